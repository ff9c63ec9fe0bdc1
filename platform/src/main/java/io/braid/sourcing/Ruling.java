package io.braid.sourcing;

import io.braid.order.ExternalNumber;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which strategy rules an order: the live one, or, for the share of the orders that it was given, the one on trial. An
 * order's side follows from its channel and number alone, so it is the same on every instance and every time, and a
 * share that grows keeps the orders it had.
 */
record Ruling(LiveStrategy live, @Nullable LiveStrategy trial, double share) {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** Above this a long becomes a fraction of 53 bits, as many as a double holds. */
    private static final int FRACTION_SHIFT = 11;

    private static final double FRACTION_UNIT = 0x1.0p-53;

    static Ruling of(LiveStrategy alone) {
        return new Ruling(alone, null, 0);
    }

    /** All fields that either of them asks for. */
    Set<String> fields() {
        if (trial == null) {
            return live.strategy().fields();
        }
        Set<String> fields = new HashSet<>(live.strategy().fields());
        fields.addAll(trial.strategy().fields());
        return fields;
    }

    /** Who rules an order that is new. */
    LiveStrategy over(ExternalNumber order) {
        return trial != null && fraction(order) < share ? trial : live;
    }

    /** Who rules an order that this strategy placed: the trial for its own while it lasts, else the live one. */
    LiveStrategy since(@Nullable UUID placedBy) {
        return trial != null && trial.id().equals(placedBy) ? trial : live;
    }

    /** Where an order lies between 0 and 1: evenly spread, and the same for ever. */
    static double fraction(ExternalNumber order) {
        long hash = FNV_OFFSET;
        String text = order.channel() + '\n' + order.number();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        // Numbers that follow one another differ in their last letters alone; this spreads them over all bits.
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return ((hash ^ (hash >>> 31)) >>> FRACTION_SHIFT) * FRACTION_UNIT;
    }
}

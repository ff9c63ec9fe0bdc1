package io.braid.fulfillment;

import io.braid.kernel.Texts;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Why units will not ship, and what that says about the position they were to come from. */
public enum CancelReason {
    DAMAGED(Effect.TAKEN_OFF),
    SHORT_STOCK(Effect.NOT_THERE),
    DISCONTINUED(Effect.BLOCKED),
    PRICE_DISPUTE(Effect.NONE),
    CANNOT_SHIP_IN_TIME(Effect.NONE),
    /** Says nothing by itself, so a note must. */
    OTHER(Effect.NONE),
    /** Never given by a location: it did not answer in time, and the units were taken back. */
    NOT_ACKNOWLEDGED(Effect.NONE),
    /** Never given by a location: the order no longer wants the units. */
    ORDER_CANCELED(Effect.NONE);

    /** What a reason does to the position, so that the next order is not sent to units that are not there. */
    enum Effect {
        /** The units go back to available. */
        NONE,
        /** The units go off on hand. */
        TAKEN_OFF,
        /** The units go off on hand; where none of the line was there, the position promises nothing until a count. */
        NOT_THERE,
        /** The units go back, and the position promises nothing until somebody unblocks it. */
        BLOCKED
    }

    private final Effect effect;

    CancelReason(Effect effect) {
        this.effect = effect;
    }

    Effect effect() {
        return effect;
    }

    /** Reads a reason that a location gives; those that others have are not among them. */
    public static CancelReason given(String text) {
        return read(text, EnumSet.of(NOT_ACKNOWLEDGED, ORDER_CANCELED));
    }

    /** Reads a reason why units are taken back from a location. */
    public static CancelReason ofWithdrawal(String text) {
        return read(text, EnumSet.of(ORDER_CANCELED));
    }

    private static CancelReason read(String text, Set<CancelReason> others) {
        List<CancelReason> known = Arrays.stream(values())
                .filter(reason -> !others.contains(reason))
                .toList();
        return known.stream()
                .filter(reason -> reason.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + Texts.shown(text) + "' is not a reason: give one of " + known));
    }
}

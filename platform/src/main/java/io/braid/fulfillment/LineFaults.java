package io.braid.fulfillment;

import io.braid.kernel.Fault;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with the lines of one command; the first way to be wrong is the refusal, with all its places.
 */
final class LineFaults {
    /** The ways to be wrong, in the order of their precedence. */
    enum Wrong {
        UNKNOWN_LINE,
        REPEATED_LINE,
        ABOVE_OFFER,
        OVERSHIPPED,
        ABOVE_REMAINDER,
        NOT_ANSWERED,
        NO_REASON,
        NEEDLESS_REASON,
        NO_NOTE;

        private ShipmentRefusal refusal(List<Fault> faults) {
            return switch (this) {
                case UNKNOWN_LINE -> new ShipmentRefusal.UnknownLine(faults);
                case REPEATED_LINE -> new ShipmentRefusal.RepeatedLine(faults);
                case ABOVE_OFFER -> new ShipmentRefusal.QuantityExceedsOffer(faults);
                case OVERSHIPPED -> new ShipmentRefusal.Overshipped(faults);
                case ABOVE_REMAINDER -> new ShipmentRefusal.QuantityExceedsRemainder(faults);
                case NOT_ANSWERED -> new ShipmentRefusal.LineNotAnswered(faults);
                case NO_REASON -> new ShipmentRefusal.ReasonMissing(faults);
                case NEEDLESS_REASON -> new ShipmentRefusal.ReasonWithoutReduction(faults);
                case NO_NOTE -> new ShipmentRefusal.NoteMissing(faults);
            };
        }
    }

    private final Shipment shipment;
    private final Map<Wrong, List<Fault>> found = new EnumMap<>(Wrong.class);
    private final Set<Integer> named = new HashSet<>();

    LineFaults(Shipment shipment) {
        this.shipment = shipment;
    }

    void add(Wrong wrong, String pointer, String detail) {
        found.computeIfAbsent(wrong, w -> new ArrayList<>()).add(new Fault(pointer, detail));
    }

    /**
     * The shipment's line of that number, named now; a line that is unknown, or named twice in its list, is a fault.
     */
    Optional<ShipmentLine> line(int number, String at) {
        Optional<ShipmentLine> line =
                shipment.lines().stream().filter(l -> l.line() == number).findFirst();
        if (line.isEmpty()) {
            add(
                    Wrong.UNKNOWN_LINE,
                    at + "/line",
                    "The shipment has lines 1 to " + shipment.lines().size() + ", and no line " + number + ".");
        } else if (!named.add(number)) {
            add(Wrong.REPEATED_LINE, at + "/line", "Line " + number + " is named twice.");
        }
        return line;
    }

    boolean named(int line) {
        return named.contains(line);
    }

    /** A new list in the same request, in which lines may be named again. */
    void nextList() {
        named.clear();
    }

    void requireNote(@Nullable CancelReason reason, @Nullable String note, String at) {
        if (reason == CancelReason.OTHER && (note == null || note.isBlank())) {
            add(Wrong.NO_NOTE, at + "/note", "Reason OTHER needs a note that says what it is.");
        }
    }

    @Nullable
    ShipmentRefusal refusal() {
        return found.entrySet().stream()
                .findFirst()
                .map(e -> e.getKey().refusal(List.copyOf(e.getValue())))
                .orElse(null);
    }
}

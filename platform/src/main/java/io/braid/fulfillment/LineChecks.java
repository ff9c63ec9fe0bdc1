package io.braid.fulfillment;

import io.braid.fulfillment.LineFaults.Wrong;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must be true of the lines of a command before the workflow counts with them. */
final class LineChecks {
    private LineChecks() {}

    static @Nullable ShipmentRefusal acknowledgement(Shipment shipment, ShipmentCommand.Acknowledge command) {
        LineFaults faults = new LineFaults(shipment);
        for (int i = 0; i < command.lines().size(); i++) {
            ShipmentCommand.Reply reply = command.lines().get(i);
            String at = "/lines/" + i;
            faults.line(reply.line(), at).ifPresent(line -> check(reply, line, at, faults));
        }
        if (command.unnamed() == ShipmentCommand.Unnamed.NOT_ALLOWED) {
            shipment.lines().stream()
                    .filter(line -> !faults.named(line.line()))
                    .forEach(line -> faults.add(
                            Wrong.NOT_ANSWERED,
                            "/lines",
                            "Line " + line.line() + " is not answered. Name it, or send \"acceptRest\": true to accept"
                                    + " what is not named in full."));
        }
        return faults.refusal();
    }

    private static void check(ShipmentCommand.Reply reply, ShipmentLine line, String at, LineFaults faults) {
        int asked = line.quantity();
        if (reply.accepted() < 0 || reply.accepted() > asked) {
            faults.add(
                    Wrong.ABOVE_OFFER,
                    at + "/accepted",
                    "Of line " + line.line() + " 0 to " + asked + " units can be accepted: " + asked
                            + " were asked for.");
            return;
        }
        int missing = asked - reply.accepted();
        if (missing > 0 && reply.reason() == null) {
            faults.add(
                    Wrong.NO_REASON,
                    at + "/reason",
                    "Say why " + missing + " of " + asked + " units of line " + line.line() + " are missing.");
        }
        if (missing == 0 && reply.reason() != null) {
            faults.add(
                    Wrong.NEEDLESS_REASON,
                    at + "/reason",
                    "Line " + line.line() + " is accepted in full, so there is nothing to give a reason for.");
        }
        faults.requireNote(reply.reason(), reply.note(), at);
    }

    static @Nullable ShipmentRefusal notice(Shipment shipment, ShipmentCommand.Ship command) {
        if (command.packages().isEmpty()
                || command.packages().stream().anyMatch(p -> p.lines().isEmpty())) {
            return new ShipmentRefusal.NothingToShip();
        }
        LineFaults faults = new LineFaults(shipment);
        Map<Integer, Long> soFar = new HashMap<>();
        for (int i = 0; i < command.packages().size(); i++) {
            faults.nextList();
            List<Packed> lines = command.packages().get(i).lines();
            for (int j = 0; j < lines.size(); j++) {
                Packed packed = lines.get(j);
                String at = "/packages/" + i + "/lines/" + j;
                long packedNow = soFar.merge(packed.line(), (long) packed.quantity(), Long::sum);
                faults.line(packed.line(), at).ifPresent(line -> {
                    if (packed.quantity() < 1 || packedNow > line.outstanding()) {
                        faults.add(
                                Wrong.OVERSHIPPED,
                                at + "/quantity",
                                "Of line " + line.line() + " there are " + line.outstanding()
                                        + " units left to ship; the notice packs " + packedNow + ".");
                    }
                });
            }
        }
        return faults.refusal();
    }

    static @Nullable ShipmentRefusal cancellation(Shipment shipment, ShipmentCommand.CancelRemainder command) {
        if (command.cuts().isEmpty()) {
            return new ShipmentRefusal.NothingToCancel();
        }
        LineFaults faults = new LineFaults(shipment);
        for (int i = 0; i < command.cuts().size(); i++) {
            Cut cut = command.cuts().get(i);
            String at = "/lines/" + i;
            faults.line(cut.line(), at).ifPresent(line -> {
                if (cut.quantity() < 1 || cut.quantity() > line.outstanding()) {
                    faults.add(
                            Wrong.ABOVE_REMAINDER,
                            at + "/quantity",
                            "Of line " + line.line() + " there are " + line.outstanding()
                                    + " units left that can be canceled.");
                }
                faults.requireNote(cut.reason(), cut.note(), at);
            });
        }
        return faults.refusal();
    }

    static @Nullable ShipmentRefusal withdrawal(Shipment shipment, ShipmentCommand.Withdraw command) {
        LineFaults faults = new LineFaults(shipment);
        faults.requireNote(command.reason(), command.note(), "");
        return faults.refusal();
    }

    /** The units of a notice by shipment line, over all its packages. */
    static Map<Integer, Integer> packed(ShipmentCommand.Ship command) {
        Map<Integer, Integer> packed = new HashMap<>();
        command.packages().stream()
                .flatMap(p -> p.lines().stream())
                .forEach(l -> packed.merge(l.line(), l.quantity(), Math::addExact));
        return packed;
    }
}

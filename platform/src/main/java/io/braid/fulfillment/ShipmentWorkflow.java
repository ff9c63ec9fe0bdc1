package io.braid.fulfillment;

import static io.braid.fulfillment.ShipmentState.ACKNOWLEDGED;
import static io.braid.fulfillment.ShipmentState.CANCELED;
import static io.braid.fulfillment.ShipmentState.PARTIALLY_SHIPPED;
import static io.braid.fulfillment.ShipmentState.SHIPPED;

import io.braid.fulfillment.Moved.Fact;
import io.braid.fulfillment.Moved.Transition;
import io.braid.kernel.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The two steps as one table over every pair of state and command: what it changes, or why not. Pure: it reads no
 * clock and writes nothing. A shipment whose last unit is cut before anything left ends {@code CANCELED} here; whether
 * that becomes {@code REASSIGNED} is known when its units have found another location.
 */
final class ShipmentWorkflow {
    private ShipmentWorkflow() {}

    static Outcome<Moved> decide(Shipment shipment, ShipmentCommand command) {
        return switch (shipment.state()) {
            case READY ->
                switch (command) {
                    case ShipmentCommand.Acknowledge acknowledge -> acknowledge(shipment, acknowledge);
                    case ShipmentCommand.Ship ship -> acknowledgeByShipping(shipment, ship);
                    case ShipmentCommand.CancelRemainder _ -> Outcome.refused(new ShipmentRefusal.NotAcknowledgedYet());
                    case ShipmentCommand.Withdraw withdraw -> withdraw(shipment, withdraw);
                    case ShipmentCommand.CancelForOrder _ -> cancelForOrder(shipment);
                    case ShipmentCommand.Expect expect -> expect(shipment, expect);
                };
            case ACKNOWLEDGED, PARTIALLY_SHIPPED ->
                switch (command) {
                    case ShipmentCommand.Acknowledge _ -> Outcome.refused(new ShipmentRefusal.AlreadyAcknowledged());
                    case ShipmentCommand.Ship ship -> ship(shipment, ship);
                    case ShipmentCommand.CancelRemainder cancel -> cancelRemainder(shipment, cancel);
                    case ShipmentCommand.Withdraw _ -> Outcome.refused(new ShipmentRefusal.AlreadyAcknowledged());
                    case ShipmentCommand.CancelForOrder _ -> cancelForOrder(shipment);
                    case ShipmentCommand.Expect expect -> expect(shipment, expect);
                };
            case SHIPPED, CANCELED, REASSIGNED ->
                switch (command) {
                    case ShipmentCommand.Acknowledge _,
                            ShipmentCommand.Ship _,
                            ShipmentCommand.CancelRemainder _,
                            ShipmentCommand.Withdraw _,
                            ShipmentCommand.Expect _,
                            ShipmentCommand.CancelForOrder _ ->
                        Outcome.refused(new ShipmentRefusal.ShipmentClosed(shipment.state()));
                };
        };
    }

    private static Outcome<Moved> acknowledge(Shipment shipment, ShipmentCommand.Acknowledge command) {
        ShipmentRefusal refusal = LineChecks.acknowledgement(shipment, command);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        List<ShipmentLine> lines = new ArrayList<>();
        List<Cut> cuts = new ArrayList<>();
        for (ShipmentLine line : shipment.lines()) {
            ShipmentCommand.Reply reply = replyTo(line, command);
            int accepted = reply == null ? line.quantity() : reply.accepted();
            lines.add(line.acknowledged(accepted));
            if (reply != null && reply.reason() != null && accepted < line.quantity()) {
                cuts.add(new Cut(line.line(), line.quantity() - accepted, reply.reason(), reply.note()));
            }
        }
        boolean rejected = lines.stream().allMatch(l -> l.outstanding() == 0);
        Transition transition =
                rejected ? new Transition(Fact.REJECTED, CANCELED) : new Transition(Fact.ACKNOWLEDGED, ACKNOWLEDGED);
        return moved(List.of(transition), lines, cuts, Step.ACKNOWLEDGEMENT);
    }

    private static ShipmentCommand.@Nullable Reply replyTo(ShipmentLine line, ShipmentCommand.Acknowledge command) {
        return command.lines().stream()
                .filter(r -> r.line() == line.line())
                .findFirst()
                .orElse(null);
    }

    /** A notice that arrives first promises what it does not say is missing, and ships what it says. */
    private static Outcome<Moved> acknowledgeByShipping(Shipment shipment, ShipmentCommand.Ship command) {
        ShipmentRefusal refusal = LineChecks.notice(shipment, command);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        Map<Integer, Integer> packed = LineChecks.packed(command);
        List<ShipmentLine> lines = new ArrayList<>();
        List<Cut> cuts = new ArrayList<>();
        for (ShipmentLine line : shipment.lines()) {
            int leaving = packed.getOrDefault(line.line(), 0);
            int missing = command.remainder() == Remainder.CANCELED ? line.quantity() - leaving : 0;
            lines.add(line.acknowledged(line.quantity() - missing).shipping(leaving));
            if (missing > 0) {
                cuts.add(new Cut(line.line(), missing, CancelReason.SHORT_STOCK, null));
            }
        }
        List<Transition> transitions = List.of(
                new Transition(Fact.ACKNOWLEDGED_BY_NOTICE, ACKNOWLEDGED), new Transition(Fact.SHIPPED, after(lines)));
        return moved(transitions, lines, cuts, Step.ACKNOWLEDGEMENT);
    }

    private static Outcome<Moved> ship(Shipment shipment, ShipmentCommand.Ship command) {
        ShipmentRefusal refusal = LineChecks.notice(shipment, command);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        Map<Integer, Integer> packed = LineChecks.packed(command);
        List<ShipmentLine> lines = shipment.lines().stream()
                .map(l -> l.shipping(packed.getOrDefault(l.line(), 0)))
                .toList();
        ShipmentState to = after(lines);
        Transition left = new Transition(Fact.SHIPPED, to);
        if (to == SHIPPED || command.remainder() == Remainder.STAYS_OPEN) {
            return moved(List.of(left), lines, List.of(), null);
        }
        List<Cut> cuts = lines.stream()
                .filter(l -> l.outstanding() > 0)
                .map(l -> new Cut(l.line(), l.outstanding(), CancelReason.SHORT_STOCK, null))
                .toList();
        return moved(
                List.of(left, new Transition(Fact.REMAINDER_CANCELED, SHIPPED)),
                cut(lines, cuts),
                cuts,
                Step.REMAINDER);
    }

    private static Outcome<Moved> cancelRemainder(Shipment shipment, ShipmentCommand.CancelRemainder command) {
        ShipmentRefusal refusal = LineChecks.cancellation(shipment, command);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        List<ShipmentLine> lines = cut(shipment.lines(), command.cuts());
        Transition transition = new Transition(Fact.REMAINDER_CANCELED, after(lines));
        return moved(List.of(transition), lines, command.cuts(), Step.REMAINDER);
    }

    private static Outcome<Moved> withdraw(Shipment shipment, ShipmentCommand.Withdraw command) {
        ShipmentRefusal refusal = LineChecks.withdrawal(shipment, command);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        return takeBack(shipment, command.reason(), command.note(), Step.WITHDRAWAL);
    }

    private static Outcome<Moved> cancelForOrder(Shipment shipment) {
        return takeBack(shipment, CancelReason.ORDER_CANCELED, null, Step.ORDER_CANCELLATION);
    }

    private static Outcome<Moved> takeBack(Shipment shipment, CancelReason reason, @Nullable String note, Step step) {
        List<Cut> cuts = shipment.lines().stream()
                .filter(l -> l.outstanding() > 0)
                .map(l -> new Cut(l.line(), l.outstanding(), reason, note))
                .toList();
        List<ShipmentLine> lines = cut(shipment.lines(), cuts);
        Fact fact = step == Step.WITHDRAWAL ? Fact.WITHDRAWN : Fact.CANCELED_FOR_ORDER;
        return moved(List.of(new Transition(fact, after(lines))), lines, cuts, step);
    }

    private static Outcome<Moved> expect(Shipment shipment, ShipmentCommand.Expect command) {
        Transition told = new Transition(Fact.EXPECTED, shipment.state());
        return Outcome.done(new Moved(List.of(told), shipment.lines(), List.of(), null, command));
    }

    private static List<ShipmentLine> cut(List<ShipmentLine> lines, List<Cut> cuts) {
        return lines.stream()
                .map(line -> line.canceling(cuts.stream()
                        .filter(c -> c.line() == line.line())
                        .mapToInt(Cut::quantity)
                        .sum()))
                .toList();
    }

    /** Where an acknowledged shipment stands once its lines are these. */
    private static ShipmentState after(List<ShipmentLine> lines) {
        boolean open = lines.stream().anyMatch(l -> l.outstanding() > 0);
        boolean left = lines.stream().anyMatch(l -> l.shipped() > 0);
        if (open) {
            return left ? PARTIALLY_SHIPPED : ACKNOWLEDGED;
        }
        return left ? SHIPPED : CANCELED;
    }

    private static Outcome<Moved> moved(
            List<Transition> transitions, List<ShipmentLine> lines, List<Cut> cuts, @Nullable Step cutAt) {
        return Outcome.done(new Moved(transitions, lines, cuts, cuts.isEmpty() ? null : cutAt, null));
    }
}

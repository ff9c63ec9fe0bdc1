package io.braid.fulfillment;

import static io.braid.fulfillment.Samples.acknowledge;
import static io.braid.fulfillment.Samples.cancel;
import static io.braid.fulfillment.Samples.in;
import static io.braid.fulfillment.Samples.line;
import static io.braid.fulfillment.Samples.reply;
import static io.braid.fulfillment.Samples.ship;
import static io.braid.fulfillment.Samples.shipment;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid.kernel.Outcome;
import io.braid.kernel.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShipmentWorkflowTest {
    /** The whole table: what each kind of command leads to in each state. A pair that is missing here fails. */
    private static final Map<ShipmentState, Map<Class<?>, String>> TABLE = Map.of(
            ShipmentState.READY,
            Map.of(
                    ShipmentCommand.Acknowledge.class, "ACKNOWLEDGED or CANCELED",
                    ShipmentCommand.Ship.class, "PARTIALLY_SHIPPED or SHIPPED",
                    ShipmentCommand.CancelRemainder.class, "not-acknowledged-yet",
                    ShipmentCommand.Withdraw.class, "CANCELED",
                    ShipmentCommand.CancelForOrder.class, "CANCELED",
                    ShipmentCommand.Expect.class, "READY"),
            ShipmentState.ACKNOWLEDGED,
            Map.of(
                    ShipmentCommand.Acknowledge.class, "already-acknowledged",
                    ShipmentCommand.Ship.class, "PARTIALLY_SHIPPED or SHIPPED",
                    ShipmentCommand.CancelRemainder.class, "ACKNOWLEDGED or CANCELED",
                    ShipmentCommand.Withdraw.class, "already-acknowledged",
                    ShipmentCommand.CancelForOrder.class, "CANCELED",
                    ShipmentCommand.Expect.class, "ACKNOWLEDGED"),
            ShipmentState.PARTIALLY_SHIPPED,
            Map.of(
                    ShipmentCommand.Acknowledge.class, "already-acknowledged",
                    ShipmentCommand.Ship.class, "PARTIALLY_SHIPPED or SHIPPED",
                    ShipmentCommand.CancelRemainder.class, "PARTIALLY_SHIPPED or SHIPPED",
                    ShipmentCommand.Withdraw.class, "already-acknowledged",
                    ShipmentCommand.CancelForOrder.class, "SHIPPED",
                    ShipmentCommand.Expect.class, "PARTIALLY_SHIPPED"),
            ShipmentState.SHIPPED,
            allClosed(),
            ShipmentState.CANCELED,
            allClosed(),
            ShipmentState.REASSIGNED,
            allClosed());

    private static Map<Class<?>, String> allClosed() {
        return List.of(ShipmentCommand.class.getPermittedSubclasses()).stream()
                .filter(ShipmentWorkflowTest::isCommand)
                .collect(Collectors.toMap(c -> c, c -> "shipment-closed"));
    }

    private static boolean isCommand(Class<?> type) {
        return ShipmentCommand.class.isAssignableFrom(type);
    }

    @Test
    void every_pair_of_state_and_command_is_decided_as_the_table_says() {
        for (ShipmentState state : ShipmentState.values()) {
            for (Class<?> kind : ShipmentCommand.class.getPermittedSubclasses()) {
                Map<Class<?>, String> row = TABLE.getOrDefault(state, Map.of());
                assertThat(row).as("an untested pair: %s and %s", state, kind).containsKey(kind);
                Set<String> results = new LinkedHashSet<>();
                Samples.commands().values().stream()
                        .filter(kind::isInstance)
                        .forEach(c -> results.add(result(ShipmentWorkflow.decide(in(state), c))));
                assertThat(results.stream().sorted().collect(Collectors.joining(" or ")))
                        .as("%s and %s", state, kind.getSimpleName())
                        .isEqualTo(row.get(kind));
            }
        }
    }

    private static String result(Outcome<Moved> outcome) {
        return switch (outcome) {
            case Outcome.Done<Moved>(Moved moved) -> moved.to().name();
            case Outcome.Refused<Moved>(Refusal refusal) -> refusal.problem();
        };
    }

    @Test
    void no_decision_makes_or_loses_a_unit() {
        for (ShipmentState state : ShipmentState.values()) {
            for (ShipmentCommand command : Samples.commands().values()) {
                if (ShipmentWorkflow.decide(in(state), command) instanceof Outcome.Done<Moved>(Moved moved)) {
                    for (ShipmentLine after : moved.lines()) {
                        ShipmentLine before = in(state).line(after.line());
                        int cut = moved.cuts().stream()
                                .filter(c -> c.line() == after.line())
                                .mapToInt(Cut::quantity)
                                .sum();
                        assertThat(after.canceled() - before.canceled()).isEqualTo(cut);
                        assertThat(after.outstanding()).isNotNegative();
                        assertThat(after.quantity()).isEqualTo(before.quantity());
                    }
                }
            }
        }
    }

    @Test
    void a_notice_that_comes_first_acknowledges_and_the_rest_stays_promised() {
        Moved moved = ShipmentWorkflow.decide(in(ShipmentState.READY), ship(Remainder.STAYS_OPEN, 1))
                .orThrow();

        assertThat(moved.transitions())
                .extracting(Moved.Transition::fact)
                .containsExactly(Moved.Fact.ACKNOWLEDGED_BY_NOTICE, Moved.Fact.SHIPPED);
        assertThat(moved.lines().getFirst().accepted()).isEqualTo(2);
        assertThat(moved.cuts()).isEmpty();
    }

    @Test
    void a_final_notice_that_comes_first_acknowledges_only_what_it_ships() {
        Moved moved = ShipmentWorkflow.decide(in(ShipmentState.READY), ship(Remainder.CANCELED, 1))
                .orThrow();

        assertThat(moved.lines().getFirst().accepted()).isEqualTo(1);
        assertThat(moved.cutAt()).isEqualTo(Step.ACKNOWLEDGEMENT);
        assertThat(moved.cuts()).containsExactly(new Cut(1, 1, CancelReason.SHORT_STOCK, null));
    }

    @Test
    void each_way_to_be_wrong_is_refused_by_its_name_and_the_first_one_wins() {
        Shipment ready = shipment(ShipmentState.READY, line(1, 2, null, 0, 0), line(2, 1, null, 0, 0));
        Shipment open = shipment(ShipmentState.ACKNOWLEDGED, line(1, 2, 2, 0, 0), line(2, 1, 1, 0, 0));
        CancelReason damaged = CancelReason.DAMAGED;

        refused(ready, acknowledge(reply(3, 1, null), reply(1, 5, null)), "unknown-line /lines/0/line");
        refused(ready, acknowledge(reply(1, 2, null), reply(1, 2, null)), "repeated-line /lines/1/line");
        refused(ready, acknowledge(reply(1, 3, null), reply(2, 1, null)), "quantity-exceeds-offer /lines/0/accepted");
        refused(ready, acknowledge(reply(1, -1, damaged)), "quantity-exceeds-offer /lines/0/accepted");
        refused(ready, acknowledge(reply(1, 2, null)), "line-not-answered /lines");
        refused(ready, acknowledge(reply(1, 1, null), reply(2, 1, null)), "reason-missing /lines/0/reason");
        refused(
                ready,
                acknowledge(reply(1, 2, damaged), reply(2, 1, null)),
                "reason-without-reduction /lines/0/reason");
        refused(ready, acknowledge(reply(1, 1, CancelReason.OTHER), reply(2, 1, null)), "note-missing /lines/0/note");
        refused(open, ship(Remainder.STAYS_OPEN, 3), "overshipped /packages/0/lines/0/quantity");
        refused(open, ship(Remainder.STAYS_OPEN, 0, 0, 1), "unknown-line /packages/0/lines/0/line");
        refused(open, ship(Remainder.STAYS_OPEN), "nothing-to-ship");
        refused(open, cancel(), "nothing-to-cancel");
        refused(open, cancel(new Cut(1, 3, damaged, null)), "quantity-exceeds-remainder /lines/0/quantity");
        refused(open, cancel(new Cut(1, 1, CancelReason.OTHER, " ")), "note-missing /lines/0/note");
        refused(ready, new ShipmentCommand.Withdraw(CancelReason.OTHER, null), "note-missing /note");
        refused(open, cancel(new Cut(7, 1, damaged, null)), "unknown-line /lines/0/line");
    }

    @Test
    void units_in_several_packages_are_counted_together() {
        NoticePackage one = Samples.parcel("1", 1);
        ShipmentCommand three = new ShipmentCommand.Ship(null, null, List.of(one, one, one), Remainder.STAYS_OPEN);

        refused(in(ShipmentState.ACKNOWLEDGED), three, "overshipped /packages/2/lines/0/quantity");
    }

    private static void refused(Shipment shipment, ShipmentCommand command, String expected) {
        Outcome<Moved> outcome = ShipmentWorkflow.decide(shipment, command);
        assertThat(outcome).as(expected).isInstanceOf(Outcome.Refused.class);
        if (outcome instanceof Outcome.Refused<Moved>(Refusal refusal)) {
            String first = refusal.faults().isEmpty()
                    ? ""
                    : " " + refusal.faults().getFirst().pointer();
            assertThat(refusal.problem() + first).isEqualTo(expected);
            assertThat(refusal.detail()).endsWith(".");
        }
    }

    @Test
    void the_diagram_in_the_docs_is_what_the_code_does() throws IOException {
        Path docs = Path.of("..", "docs", "shipment-workflow.md");
        String drawn = diagram();
        String written = Files.exists(docs) ? Files.readString(docs) : "";

        assertThat(written)
                .as("docs/shipment-workflow.md must contain exactly:%n%s", drawn)
                .contains(drawn);
    }

    /** Every transition that some command causes; a rejected shipment whose units moved on is reassigned instead. */
    private static String diagram() {
        Set<String> edges = new LinkedHashSet<>();
        for (ShipmentState state : ShipmentState.values()) {
            Map<String, List<String>> byTarget = new LinkedHashMap<>();
            Samples.commands().forEach((name, command) -> {
                if (ShipmentWorkflow.decide(in(state), command) instanceof Outcome.Done<Moved>(Moved moved)) {
                    byTarget.computeIfAbsent(moved.to().name(), t -> new ArrayList<>())
                            .add(name);
                    if (moved.to() == ShipmentState.CANCELED && moved.cutAt() != Step.ORDER_CANCELLATION) {
                        byTarget.computeIfAbsent(ShipmentState.REASSIGNED.name(), t -> new ArrayList<>())
                                .add(name + ", re-routed");
                    }
                }
            });
            byTarget.forEach(
                    (to, names) -> edges.add("    " + state + " --> " + to + ": " + String.join(" / ", names)));
        }
        String closed = List.of(ShipmentState.values()).stream()
                .filter(ShipmentState::closed)
                .map(state -> "    " + state + " --> [*]\n")
                .collect(Collectors.joining());
        return "```mermaid\nstateDiagram-v2\n    [*] --> READY\n" + String.join("\n", edges) + "\n" + closed + "```\n";
    }
}

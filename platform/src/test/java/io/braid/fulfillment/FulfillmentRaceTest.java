package io.braid.fulfillment;

import static io.braid.fulfillment.Samples.acknowledge;
import static io.braid.fulfillment.Samples.cancel;
import static io.braid.fulfillment.Samples.parcel;
import static io.braid.fulfillment.Samples.reply;
import static io.braid.fulfillment.Samples.ship;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid.kernel.Outcome;
import io.braid.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several people at one shipment: one wins, the others are told, and every sum holds afterwards. */
class FulfillmentRaceTest {
    private static final int ROUNDS = 20;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void of_two_acknowledgements_at_once_one_wins_and_the_other_is_told() throws Exception {
        Dock dock = Dock.ofVendor();
        for (int round = 0; round < ROUNDS; round++) {
            Shipment shipment = dock.open(2, 0);

            List<Outcome<CarriedOut>> outcomes = atOnce(
                    () -> dock.carryOut(shipment, acknowledge(reply(1, 2, null))),
                    () -> dock.carryOut(shipment, acknowledge(reply(1, 1, CancelReason.DAMAGED))));

            assertThat(problems(outcomes)).as("seed %d", seed).containsExactly("already-acknowledged");
            assertThat(dock.entries(shipment.number())).as("seed %d", seed).hasSize(2);
        }
        assertThat(dock.broken()).as("seed %d", seed).isEmpty();
    }

    @Test
    void of_two_who_decided_on_the_same_version_the_second_is_told_the_new_one() throws Exception {
        Dock dock = Dock.owned();
        for (int round = 0; round < ROUNDS; round++) {
            Shipment shipment = dock.open(4, 0);
            Addressed seen = new Addressed(shipment.number(), 1);

            List<Outcome<CarriedOut>> outcomes = atOnce(
                    () -> dock.fulfillment.carryOut(dock.deed(), seen, ship(Remainder.STAYS_OPEN, 3)),
                    () -> dock.fulfillment.carryOut(dock.deed(), seen, ship(Remainder.STAYS_OPEN, 3)));

            assertThat(problems(outcomes)).as("seed %d", seed).containsExactly("version-conflict");
            assertThat(dock.shipments.listNotices(shipment.number()))
                    .as("seed %d", seed)
                    .hasSize(1);
        }
    }

    @Test
    void shipping_and_canceling_the_same_units_never_happens_to_both() throws Exception {
        Dock dock = Dock.ofVendor();
        for (int round = 0; round < ROUNDS; round++) {
            Shipment shipment = dock.open(3, 0);
            dock.done(shipment, Samples.acceptAll());

            List<Outcome<CarriedOut>> outcomes = atOnce(
                    () -> dock.carryOut(shipment, ship(Remainder.STAYS_OPEN, 2)),
                    () -> dock.carryOut(shipment, cancel(new Cut(1, 2, CancelReason.SHORT_STOCK, null))));

            assertThat(problems(outcomes)).as("seed %d", seed).hasSize(1);
        }
        assertThat(dock.broken()).as("seed %d", seed).isEmpty();
    }

    @Test
    void a_notice_sent_twice_at_once_is_recorded_and_billed_once() throws Exception {
        Dock dock = Dock.ofVendor();
        for (int round = 0; round < ROUNDS; round++) {
            Shipment shipment = dock.open(4, 0);
            ShipmentCommand notice =
                    new ShipmentCommand.Ship("ASN", null, List.of(parcel("1", 2)), Remainder.STAYS_OPEN);

            List<Outcome<CarriedOut>> outcomes =
                    atOnce(() -> dock.carryOut(shipment, notice), () -> dock.carryOut(shipment, notice));

            assertThat(outcomes.stream().map(o -> o.orThrow().novelty()).collect(Collectors.toSet()))
                    .as("seed %d", seed)
                    .isEqualTo(Set.of(CarriedOut.Novelty.values()));
        }
        assertThat(dock.broken()).as("seed %d", seed).isEmpty();
    }

    @Test
    void any_mixture_of_commands_keeps_every_sum() throws Exception {
        Dock dock = Dock.ofVendor();
        List<Shipment> shipments =
                Stream.generate(() -> dock.open(6, 4)).limit(6).toList();
        List<Callable<Integer>> people = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Random own = new Random(random.nextLong());
            people.add(() -> {
                int done = 0;
                for (int n = 0; n < 12; n++) {
                    Shipment shipment = shipments.get(own.nextInt(shipments.size()));
                    done += dock.carryOut(shipment, any(own)) instanceof Outcome.Done<CarriedOut> ? 1 : 0;
                }
                return done;
            });
        }

        int done = race(people).stream().mapToInt(Integer::intValue).sum();

        assertThat(done).as("seed %d", seed).isPositive();
        assertThat(dock.broken()).as("seed %d", seed).isEmpty();
    }

    private static ShipmentCommand any(Random random) {
        CancelReason[] reasons = {CancelReason.DAMAGED, CancelReason.PRICE_DISPUTE, CancelReason.DISCONTINUED};
        CancelReason reason = reasons[random.nextInt(reasons.length)];
        return switch (random.nextInt(4)) {
            case 0 -> acknowledge(reply(2, 3, reason), reply(1, 6, null));
            case 1 -> ship(random.nextInt(4) == 0 ? Remainder.CANCELED : Remainder.STAYS_OPEN, 1, random.nextInt(2));
            case 2 -> cancel(new Cut(1 + random.nextInt(2), 1, reason, null));
            default ->
                new ShipmentCommand.Ship(null, null, List.of(parcel("1", 1), parcel("2", 0, 1)), Remainder.STAYS_OPEN);
        };
    }

    private static List<String> problems(List<Outcome<CarriedOut>> outcomes) {
        List<String> problems = new ArrayList<>();
        for (Outcome<CarriedOut> outcome : outcomes) {
            if (outcome instanceof Outcome.Refused<CarriedOut>(Refusal refusal)) {
                problems.add(refusal.problem());
            }
        }
        return problems;
    }

    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
        return race(List.of(one, other));
    }

    /** All begin at the same moment. */
    private static <T> List<T> race(List<Callable<T>> deeds) throws Exception {
        CyclicBarrier start = new CyclicBarrier(deeds.size());
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> answers = new ArrayList<>();
            for (Callable<T> deed : deeds) {
                answers.add(people.submit(() -> {
                    start.await();
                    return deed.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> answer : answers) {
                results.add(result(answer));
            }
            return results;
        }
    }

    private static <T> T result(Future<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new AssertionError("a command failed instead of being refused", e.getCause());
        }
    }
}

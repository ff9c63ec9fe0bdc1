package io.braid.simulation;

import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.order.Order;
import io.braid.order.Orders;
import io.braid.order.Span;
import io.braid.routing.Strategy;
import io.braid.sourcing.Replay;
import io.braid.sourcing.Replays;
import io.braid.sourcing.Strategies;
import io.braid.store.Json;
import io.braid.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;

/**
 * Runs simulations, each from its beginning to its end: read some orders, route them twice, keep what differs. Every
 * step says under the run's own number that it is alive, and stops when that number is no longer the last. A run that
 * dies is begun anew by whoever looks next.
 */
final class Running {
    /** A step takes a fraction of a second, and a rest at most some seconds. */
    static final Duration LEASE = Duration.ofSeconds(60);

    /** One that takes its runner down each time must not go round for ever. */
    private static final int ATTEMPTS_MAX = 5;

    /** Each is held twice, by about 300 bytes. */
    private static final long POSITIONS_MAX = 1_000_000;

    /** With explanations; beyond them changed orders are only counted. */
    private static final long CHANGES_KEPT_MAX = 10_000;

    private final Parts parts;
    private final CountDownLatch closing;

    Running(Parts parts, CountDownLatch closing) {
        this.parts = parts;
        this.closing = closing;
    }

    record Parts(
            SimulationStore store,
            Replays replays,
            Strategies strategies,
            Orders orders,
            FileOrders files,
            Journal journal,
            Transactions transactions,
            Clock clock) {}

    /** Runs the next one that waits, if any; true when there may be more. */
    boolean runNext() throws InterruptedException {
        Optional<Run> claimed = parts.transactions.call(this::claim);
        if (claimed.isEmpty()) {
            return false;
        }
        Run run = claimed.get();
        if (run.attempt() > ATTEMPTS_MAX) {
            end(run, Ended.failed("it was broken off " + ATTEMPTS_MAX + " times"));
            return true;
        }
        try {
            run(run);
        } catch (RuntimeException failure) {
            if (Transactions.isPassing(failure) || closing.getCount() == 0) {
                throw failure;
            }
            end(run, Ended.failed(failure.getClass().getSimpleName() + ": " + failure.getMessage()));
            throw failure;
        }
        return true;
    }

    private Optional<Run> claim() {
        Instant now = parts.clock.instant();
        Optional<Run> claimed = parts.store.claim(LEASE, now);
        claimed.ifPresent(run -> {
            parts.store.forgetChanges(run.id());
            String from = run.attempt() == 1 ? "QUEUED" : "RUNNING";
            record(new Entry(
                    Simulations.subject(run.id()),
                    run.version(),
                    "SimulationStarted",
                    from,
                    "RUNNING",
                    Map.of("attempt", run.attempt())));
        });
        return claimed;
    }

    private void record(Entry entry) {
        parts.journal.record(Deed.bySystem("simulation", parts.clock.instant()), List.of(entry));
    }

    private void run(Run run) throws InterruptedException {
        Instant since = run.stock() == Simulation.StockOf.THEN && run.within() != null
                ? run.within().from()
                : null;
        Replay replay = parts.replays.open(
                rules(run, run.live()), rules(run, run.draft()), new Replays.Ground(run.createdAt(), since));
        Pace pace = new Pace(parts.orders, closing);
        Reading reading = reading(run);
        Counting counting = new Counting();
        Step step = counting.count(0, List.of());
        List<Replay.Past> chunk = reading.next(pace.begin());
        while (!chunk.isEmpty()) {
            CompletableFuture<Optional<List<Replay.Past>>> next = aside(run, step, reading, pace.begin());
            step = counting.count(chunk.size(), replay.route(chunk));
            Optional<List<Replay.Past>> read = joined(next);
            if (read.isEmpty()) {
                return;
            }
            if (replay.positions() > POSITIONS_MAX) {
                end(
                        run,
                        Ended.failed("its orders' products lie at more than " + POSITIONS_MAX
                                + " positions; choose a shorter time"));
                return;
            }
            if (!pace.rest()) {
                parts.store.letGo(run);
                return;
            }
            chunk = read.get();
        }
        if (advance(run, step)) {
            end(run, Ended.done(counting.live.figures(), counting.draft.figures()));
        }
    }

    /** What a piece came to. */
    private record Step(Simulation.Progress progress, List<Change> changes) {}

    /**
     * Tells what the last piece came to and reads the next one while this one is routed: the database works while the
     * engine does. Empty when the run is not this one's any more.
     */
    private CompletableFuture<Optional<List<Replay.Past>>> aside(Run run, Step step, Reading reading, int limit) {
        return CompletableFuture.supplyAsync(
                () -> advance(run, step) ? Optional.of(reading.next(limit)) : Optional.empty(),
                task -> Thread.ofPlatform().name("simulation-aside").daemon().start(task));
    }

    private static <T> T joined(CompletableFuture<T> aside) {
        try {
            return aside.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    private boolean advance(Run run, Step step) {
        return parts.transactions.call(() -> {
            boolean ours = parts.store.advance(run, step.progress, LEASE);
            if (ours && !step.changes.isEmpty()) {
                parts.store.addChanges(run.id(), step.changes);
            }
            return ours;
        });
    }

    private void end(Run run, Ended ended) {
        parts.transactions.run(() -> {
            OptionalInt version = parts.store.end(run, ended, parts.clock.instant());
            if (version.isPresent()) {
                Map<String, Object> data = new LinkedHashMap<>();
                data.put("failure", ended.failure());
                record(new Entry(
                        Simulations.subject(run.id()),
                        version.getAsInt(),
                        ended.failure() == null ? "SimulationFinished" : "SimulationFailed",
                        "RUNNING",
                        ended.state().name(),
                        data));
            }
        });
    }

    private Replays.Rules rules(Run run, Run.Rules rules) {
        Strategy strategy =
                parts.strategies.read(Json.readMap(rules.document())).orThrow();
        return new Replays.Rules(Objects.requireNonNullElse(rules.strategy(), run.id()), rules.version(), strategy);
    }

    /** Orders in pieces, behind those that were read. */
    @FunctionalInterface
    private interface Reading {
        List<Replay.Past> next(int limit);
    }

    private Reading reading(Run run) {
        Wish.Orders.Within within = run.within();
        long[] after = new long[1];
        if (within == null) {
            return limit -> {
                List<Wish.Line> lines = parts.store.lines(run.id(), after[0], limit);
                after[0] = lines.isEmpty() ? after[0] : lines.getLast().number();
                return lines.stream()
                        .map(line ->
                                new Replay.Past(null, run.createdAt(), parts.files.order(line.body(), run.createdAt())))
                        .toList();
            };
        }
        Span span = parts.orders.span(within.from(), within.to());
        return limit -> {
            List<Order> orders = parts.orders.listAccepted(span, after[0], limit);
            after[0] = orders.isEmpty() ? after[0] : orders.getLast().number().value();
            return orders.stream()
                    .map(o -> new Replay.Past(o.number(), o.acceptedAt(), o.placed()))
                    .toList();
        };
    }

    /** What was found so far. */
    private static final class Counting {
        private final Tally live = new Tally();
        private final Tally draft = new Tally();
        private long done;
        private long changed;
        private long skipped;

        /** Of the changes, those that are to be kept. */
        Step count(int asked, List<Replay.Both> answered) {
            skipped += asked - answered.size();
            List<Change> changes = new ArrayList<>();
            long ordinal = done;
            for (Replay.Both both : answered) {
                ordinal++;
                live.add(both.past(), both.live());
                draft.add(both.past(), both.draft());
                if (!both.agree()) {
                    changed++;
                    if (changed <= CHANGES_KEPT_MAX) {
                        changes.add(Change.of(ordinal, both));
                    }
                }
            }
            done += asked;
            return new Step(new Simulation.Progress(done, done, changed, skipped), changes);
        }
    }
}

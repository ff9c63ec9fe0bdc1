package io.braid.sourcing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Where single orders become lists. An idle intake places an order at once; under load the orders that arrive while
 * earlier ones are being placed go together in one transaction. Each caller waits for its own answer and nobody
 * else's.
 */
public final class Intake implements AutoCloseable {
    /** Orders per transaction: above this, latency grows and throughput hardly does (measured). */
    static final int BATCH_MAX = 50;

    /** Transactions at once: one routes and renders while the other waits for the disk. */
    private static final int WORKERS = 2;

    /** Orders waiting before new ones are turned away (503): some seconds' worth of work. */
    private static final int WAITING_MAX = 10_000;

    private static final long CLOSE_SECONDS = 20;

    private final OrderPath path;
    private final Batches<Waiting> batches = new Batches<>(BATCH_MAX, WAITING_MAX);
    private final List<Thread> workers = new ArrayList<>();

    Intake(OrderPath path) {
        this.path = path;
        for (int i = 1; i <= WORKERS; i++) {
            workers.add(Thread.ofPlatform().name("intake-" + i).daemon().start(this::work));
        }
    }

    private record Waiting(Incoming incoming, CompletableFuture<Answer> answer) {}

    /** Places one order and waits for what became of it. */
    public Answer place(Incoming incoming) {
        Waiting waiting = new Waiting(incoming, new CompletableFuture<>());
        if (!batches.offer(waiting)) {
            throw new RejectedExecutionException(
                    "more than " + WAITING_MAX + " orders are waiting, or Braid is stopping");
        }
        return waiting.answer.join();
    }

    /** Places a list that is long enough to be a transaction of its own. */
    public List<Answer> placeAll(List<Incoming> incoming) {
        return path.place(incoming);
    }

    private void work() {
        try {
            for (List<Waiting> batch = batches.take(); !batch.isEmpty(); batch = batches.take()) {
                place(batch);
                batches.done(batch);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void place(List<Waiting> batch) {
        try {
            List<Answer> answers =
                    path.place(batch.stream().map(Waiting::incoming).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer.complete(answers.get(i));
            }
        } catch (RuntimeException | Error bug) {
            // The worker must live and every caller must hear something, whatever went wrong.
            batch.forEach(w -> w.answer.completeExceptionally(bug));
        }
    }

    /** Lets waiting orders finish. */
    @Override
    public void close() {
        batches.close();
        try {
            for (Thread worker : workers) {
                worker.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}

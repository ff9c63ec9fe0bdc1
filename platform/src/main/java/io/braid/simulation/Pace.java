package io.braid.simulation;

import io.braid.order.Orders;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a run out of the way of new orders: while order numbers are being given out, on any instance, it works in small
 * pieces and rests a multiple of what each took; otherwise it goes as fast as it can.
 */
final class Pace {
    /** A run uses two threads while it works: at one part in twenty it takes a tenth of one core. */
    private static final int REST_PER_WORK = 19;

    /** An order that came in keeps the pace down for that long. */
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final int CHUNK_QUIET = 500;
    private static final int CHUNK_BUSY = 25;

    private final Orders orders;
    private final CountDownLatch closing;
    private long lastNumber;
    private long lastSeen;
    private long began;
    private boolean busy;

    Pace(Orders orders, CountDownLatch closing) {
        this.orders = orders;
        this.closing = closing;
        this.lastNumber = orders.lastNumber();
    }

    /** Begins a piece of work; answers how many orders to take. */
    int begin() {
        long number = orders.lastNumber();
        long now = System.nanoTime();
        began = now;
        if (number != lastNumber) {
            lastNumber = number;
            lastSeen = now;
            busy = true;
        } else if (busy && now - lastSeen > QUIET_NANOS) {
            busy = false;
        }
        return busy ? CHUNK_BUSY : CHUNK_QUIET;
    }

    /** Ends the piece and rests, if it has to; false when everything is to end. */
    boolean rest() throws InterruptedException {
        long workedNanos = System.nanoTime() - began;
        return !closing.await(busy ? workedNanos * REST_PER_WORK : 0, TimeUnit.NANOSECONDS);
    }
}

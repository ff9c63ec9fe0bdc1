package io.braid.sourcing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits to be done, handed out in lists to several takers. With nobody at work a taker gets what there is, at
 * once. Otherwise it waits a few milliseconds for as much as is being worked on, and takes half of it all: callers who
 * wait for their answers then come in a few even lists, not in crumbs that each cost a transaction. It knows nothing of
 * orders.
 */
final class Batches<T> {
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(3);

    private final int batchMax;
    private final int waitingMax;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<T> waiting = new ArrayDeque<>();
    private int underWay;
    private boolean closed;

    Batches(int batchMax, int waitingMax) {
        this.batchMax = batchMax;
        this.waitingMax = waitingMax;
    }

    /** False when there is no room, or no taker any more. */
    boolean offer(T one) {
        lock.lock();
        try {
            if (closed || waiting.size() >= waitingMax) {
                return false;
            }
            waiting.add(one);
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The next list, to be given back with {@link #done}; empty once closed and nothing waits. */
    List<T> take() throws InterruptedException {
        lock.lock();
        try {
            long patience = PATIENCE_NANOS;
            while (!isReady(patience)) {
                if (waiting.isEmpty()) {
                    changed.await();
                    patience = PATIENCE_NANOS;
                } else {
                    patience = changed.awaitNanos(patience);
                }
            }
            int share = Math.min(batchMax, Math.ceilDiv(waiting.size() + underWay, 2));
            List<T> batch = new ArrayList<>(share);
            while (batch.size() < share && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
            underWay += batch.size();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private boolean isReady(long patience) {
        if (waiting.isEmpty()) {
            return closed;
        }
        return closed || underWay == 0 || patience <= 0 || waiting.size() >= Math.min(underWay, batchMax);
    }

    void done(List<T> batch) {
        lock.lock();
        try {
            underWay -= batch.size();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more; what waits is still handed out. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

package io.braid.inventory;

import io.braid.kernel.Sku;
import io.braid.store.Transactions;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Products of which units became free: counted, adjusted, delivered, given back or unblocked. The note is written in
 * the transaction that freed them, so that whoever serves those who wait misses none, whatever crashes; within one
 * process it is also called out at the commit. It does not know who waits, or whether anybody does.
 */
public final class Arrivals {
    private final StockStore store;
    private final Transactions transactions;
    private final Semaphore calls = new Semaphore(0);

    Arrivals(StockStore store, Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    void note(Collection<StockKey> freed) {
        if (freed.isEmpty()) {
            return;
        }
        Set<Sku> skus = new LinkedHashSet<>();
        new TreeSet<>(freed).forEach(key -> skus.add(key.sku()));
        store.addArrivals(skus);
        call();
    }

    /** Calls whoever awaits at the commit of the work under way. */
    public void call() {
        transactions.afterCommit(calls::release);
    }

    /** Takes the oldest notes away, with the caller's transaction: what it does not commit is there again. */
    public Set<Sku> take(int notesMax) {
        return new LinkedHashSet<>(store.takeArrivals(notesMax));
    }

    /** Waits for the next call of this process, or for the time to pass; calls meanwhile count as one. */
    public void await(Duration patience) throws InterruptedException {
        boolean called = calls.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        if (called) {
            calls.drainPermits();
        }
    }
}

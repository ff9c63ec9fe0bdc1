package io.braid.access;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Concurrent questions for the same thing share one answer, and nothing is remembered afterwards. Whoever asks gets
 * an answer to a question that was put <em>after</em> he asked, so it is never older than a question of his own would
 * have brought; therefore he never joins the one under way but the one that waits behind it. Per key at most one is
 * under way and one waits.
 */
final class SharedLookup<K, V> {
    private final ConcurrentHashMap<K, Flight<V>> flights = new ConcurrentHashMap<>();
    private final Function<K, V> lookup;

    SharedLookup(Function<K, V> lookup) {
        this.lookup = lookup;
    }

    private record Flight<V>(
            CompletableFuture<V> underWay, @Nullable CompletableFuture<V> waiting) {}

    @SuppressWarnings("ReferenceEquality") // a flight is mine or it is not
    V find(K key) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        Flight<V> flight = flights.merge(key, new Flight<>(mine, null), SharedLookup::behind);
        if (flight.underWay() == mine) {
            return lead(key, mine);
        }
        if (flight.waiting() == mine) {
            flight.underWay().handle((value, failure) -> true).join();
            return lead(key, mine);
        }
        return joined(flight.waiting());
    }

    private static <V> Flight<V> behind(Flight<V> known, Flight<V> mine) {
        return known.waiting() == null ? new Flight<>(known.underWay(), mine.underWay()) : known;
    }

    private V lead(K key, CompletableFuture<V> mine) {
        try {
            V value = lookup.apply(key);
            landed(key);
            mine.complete(value);
            return value;
        } catch (Throwable e) {
            landed(key);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    /** The one that waits is now under way: from here on newcomers queue behind it. */
    private void landed(K key) {
        flights.computeIfPresent(
                key, (k, flight) -> flight.waiting() == null ? null : new Flight<>(flight.waiting(), null));
    }

    private static <V> V joined(@Nullable CompletableFuture<V> shared) {
        if (shared == null) {
            throw new IllegalStateException("nothing waits, yet nobody leads");
        }
        try {
            return shared.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}

package io.braid.inventory;

import io.braid.store.Json;
import io.braid.store.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what was counted and adjusted to {@code position}; the rows must be locked by the same transaction. */
final class CountStore {
    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("inventory/count");

    CountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes empty positions where there are none, of products and locations that exist. */
    void open(Collection<StockKey> keys, StockSource source, Instant at) {
        keyed("open", PositionArrays.of(keys))
                .param("source", source.name())
                .param("at", at.toString())
                .update();
    }

    int count(CountRun run, Instant at, List<StockCount> counts, int[] entries) {
        return keyed("count", keysOf(counts))
                .param(
                        "onHands",
                        counts.stream().mapToInt(c -> c.onHand().units()).toArray())
                .param(
                        "safetyStocks",
                        counts.stream().map(CountStore::safetyStock).toArray(Integer[]::new))
                .param("incomings", counts.stream().map(CountStore::incoming).toArray(String[]::new))
                .param("asOfs", counts.stream().map(c -> c.asOf().toString()).toArray(String[]::new))
                .param("entries", entries)
                .param("source", run.source().name())
                .param("at", at.toString())
                .param("feed", Objects.toString(run.feed(), null))
                .update();
    }

    /** These counts came too late, but the feed did speak of their positions. */
    void markMentioned(CountRun run, Collection<StockKey> keys) {
        keyed("markMentioned", PositionArrays.of(keys))
                .param("feed", Objects.toString(run.feed(), null))
                .update();
    }

    int adjust(Instant at, Map<StockKey, Integer> deltas, int[] entries) {
        return keyed("adjust", PositionArrays.of(deltas.keySet()))
                .param(
                        "deltas",
                        deltas.values().stream().mapToInt(Integer::intValue).toArray())
                .param("entries", entries)
                .param("at", at.toString())
                .update();
    }

    private JdbcClient.StatementSpec keyed(String statement, PositionArrays keys) {
        return jdbc.sql(sql.get(statement)).param("skus", keys.skus()).param("locations", keys.locations());
    }

    private static PositionArrays keysOf(List<StockCount> counts) {
        return PositionArrays.of(counts.stream().map(StockCount::key).toList());
    }

    private static @Nullable Integer safetyStock(StockCount count) {
        return count.safetyStock() == null ? null : count.safetyStock().units();
    }

    private static @Nullable String incoming(StockCount count) {
        // In the order of their dates: an index looks at the first one alone.
        return count.incoming() == null
                ? null
                : Json.write(count.incoming().stream()
                        .sorted(Comparator.comparing(Incoming::date))
                        .toList());
    }
}

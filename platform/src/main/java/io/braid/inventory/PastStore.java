package io.braid.inventory;

import io.braid.kernel.LocationCode;
import io.braid.kernel.Sku;
import io.braid.store.Ids;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads from the moves what stock was like at an earlier moment. */
final class PastStore {
    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("inventory/past");

    PastStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StockOffer> offersOf(Collection<Sku> skus, Instant since, Instant now) {
        return since("offersOf", skus, since)
                .param("at", now.toString())
                .query((rs, row) -> offer(rs))
                .list();
    }

    private static StockOffer offer(ResultSet rs) throws SQLException {
        StockKey key = key(rs);
        String blocked = rs.getString("blocked");
        return new StockOffer(
                key.sku(),
                key.location(),
                rs.getInt("available"),
                blocked == null ? null : key.sku() + " is blocked there: " + blocked);
    }

    List<Supply> suppliesSince(Collection<Sku> skus, Instant since) {
        return since("suppliesSince", skus, since)
                .query((rs, row) -> new Supply(
                        key(rs), rs.getObject("at", OffsetDateTime.class).toInstant(), rs.getInt("delta")))
                .list();
    }

    private JdbcClient.StatementSpec since(String statement, Collection<Sku> skus, Instant since) {
        return jdbc.sql(sql.get(statement))
                .param("skus", skus.stream().map(Sku::text).toArray(String[]::new))
                .param("since", since.toString())
                .param("id", Ids.firstOf(since).toString());
    }

    private static StockKey key(ResultSet rs) throws SQLException {
        return new StockKey(new Sku(rs.getString("sku")), new LocationCode(rs.getString("location")));
    }
}

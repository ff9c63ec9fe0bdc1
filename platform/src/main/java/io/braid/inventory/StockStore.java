package io.braid.inventory;

import io.braid.journal.Deed;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Sku;
import io.braid.store.Columns;
import io.braid.store.Ids;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Changes the tables {@code position} and {@code stock_move} on an order's path: every statement is about any number of
 * rows.
 */
final class StockStore {
    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("inventory/stock");

    StockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StockOffer> offers(Collection<Sku> skus, Instant at) {
        return jdbc.sql(sql.get("offers"))
                .param("skus", skus.stream().map(Sku::text).toArray(String[]::new))
                .param("at", at.toString())
                .query((rs, row) -> new StockOffer(
                        new Sku(rs.getString("sku")),
                        new LocationCode(rs.getString("location")),
                        rs.getInt("available")))
                .list();
    }

    List<StockOffer> offersAndBarred(Collection<Sku> skus, Instant at) {
        return jdbc.sql(sql.get("offersAndBarred"))
                .param("skus", skus.stream().map(Sku::text).toArray(String[]::new))
                .param("at", at.toString())
                .query((rs, row) -> offerOrBarred(rs))
                .list();
    }

    private static StockOffer offerOrBarred(ResultSet rs) throws SQLException {
        int unpromised = rs.getInt("unpromised");
        int available = unpromised - rs.getInt("safety_stock");
        String barred = null;
        if (rs.getBoolean("blocked")) {
            barred = rs.getString("sku") + " is blocked there: " + rs.getString("blocked_reason");
        } else if (unpromised <= 0) {
            barred = "all " + rs.getInt("on_hand") + " there of " + rs.getString("sku")
                    + " are promised to other orders";
        } else if (rs.getBoolean("stale")) {
            barred = "its figure for " + rs.getString("sku") + " is of "
                    + rs.getObject("as_of", OffsetDateTime.class).toInstant() + ", older than its limit of "
                    + rs.getInt("freshness_hours") + " hours";
        } else if (available <= 0) {
            barred = "its safety stock of " + rs.getInt("safety_stock") + " leaves none of " + unpromised + " units of "
                    + rs.getString("sku");
        }
        StockKey key = key(rs);
        return new StockOffer(key.sku(), key.location(), barred == null ? available : Math.max(1, unpromised), barred);
    }

    List<StockShelf> shelves(Collection<Sku> skus, Instant at) {
        return jdbc.sql(sql.get("shelves"))
                .param("skus", skus.stream().map(Sku::text).toArray(String[]::new))
                .param("at", at.toString())
                .query((rs, row) -> new StockShelf(
                        key(rs), number(rs, "days_of_supply"), number(rs, "age_days"), number(rs, "hours_since_count")))
                .list();
    }

    private static @Nullable Double number(ResultSet rs, String column) throws SQLException {
        double number = rs.getDouble(column);
        return rs.wasNull() ? null : (Double) number;
    }

    Map<StockKey, Integer> lockAvailable(Collection<StockKey> keys) {
        Map<StockKey, Integer> available = new HashMap<>();
        keyed("lockAvailable", PositionArrays.of(keys))
                .query((rs, row) -> available.put(key(rs), rs.getInt("available")))
                .list();
        return available;
    }

    /** Locks these positions, in the one order, and reads them. */
    List<HeldPosition> hold(Collection<StockKey> keys) {
        return keyed("hold", PositionArrays.of(keys))
                .query((rs, row) -> held(rs))
                .list();
    }

    int reserve(SortedMap<StockKey, Integer> units) {
        return counted("reserve", units).update();
    }

    int release(SortedMap<StockKey, Integer> units) {
        return counted("release", units).update();
    }

    /** Reserved goes down by the units, on hand by what the moves say. */
    int takeOff(Instant at, SortedMap<StockKey, Integer> units, List<Move> moves) {
        SortedMap<StockKey, Integer> deltas = new TreeMap<>();
        units.keySet().forEach(key -> deltas.put(key, 0));
        moves.forEach(move -> deltas.merge(move.key(), move.delta(), Integer::sum));
        return counted("takeOff", units)
                .param("deltas", PositionArrays.of(deltas).units())
                .param("at", at.toString())
                .update();
    }

    void addMoves(Deed deed, List<Move> moves) {
        if (moves.isEmpty()) {
            return;
        }
        PositionArrays keys = PositionArrays.of(moves.stream().map(Move::key).toList());
        keyed("addMoves", keys)
                .param(
                        "ids",
                        moves.stream().map(m -> Ids.newId(deed.at()).toString()).toArray(String[]::new))
                .param("deltas", moves.stream().mapToInt(Move::delta).toArray())
                .param("reasons", moves.stream().map(Move::reason).toArray(String[]::new))
                .param("references", moves.stream().map(Move::reference).toArray(String[]::new))
                .param("at", deed.at().toString())
                .param("actor", deed.actor().type() + ":" + deed.actor().id())
                .update();
    }

    Set<StockKey> replenishedSince(Map<StockKey, Instant> moments) {
        List<Map.Entry<StockKey, Instant>> rows = List.copyOf(moments.entrySet());
        Columns<Map.Entry<StockKey, Instant>> columns = Columns.of(rows);
        return new HashSet<>(keyed(
                        "replenishedSince",
                        PositionArrays.of(rows.stream().map(Map.Entry::getKey).toList()))
                .param("moments", columns.texts(Map.Entry::getValue))
                .param("ids", columns.texts(e -> Ids.firstOf(e.getValue())))
                .query((rs, row) -> key(rs))
                .list());
    }

    /** Notes, with the transaction, that units of these products may have become free. */
    void addArrivals(Collection<Sku> skus) {
        jdbc.sql(sql.get("addArrivals"))
                .param("skus", skus.stream().map(Sku::text).toArray(String[]::new))
                .update();
    }

    /** Takes the notes that nobody else is taking, oldest first. */
    List<Sku> takeArrivals(int limit) {
        return jdbc.sql(sql.get("takeArrivals"))
                .param("limit", limit)
                .query((rs, row) -> new Sku(rs.getString("sku")))
                .list();
    }

    void block(Instant at, String reason, List<HeldPosition> positions) {
        keyed("block", keys(positions))
                .param("reason", reason)
                .param("at", at.toString())
                .update();
    }

    void unblock(Instant at, List<HeldPosition> positions) {
        keyed("unblock", keys(positions)).param("at", at.toString()).update();
    }

    private static PositionArrays keys(List<HeldPosition> positions) {
        return PositionArrays.of(positions.stream().map(HeldPosition::key).toList());
    }

    private JdbcClient.StatementSpec counted(String statement, SortedMap<StockKey, Integer> units) {
        PositionArrays arrays = PositionArrays.of(units);
        return keyed(statement, arrays).param("units", arrays.units());
    }

    private JdbcClient.StatementSpec keyed(String statement, PositionArrays keys) {
        return jdbc.sql(sql.get(statement)).param("skus", keys.skus()).param("locations", keys.locations());
    }

    private static HeldPosition held(ResultSet rs) throws SQLException {
        return new HeldPosition(
                key(rs),
                rs.getInt("on_hand"),
                rs.getInt("reserved"),
                rs.getInt("safety_stock"),
                rs.getInt("shortage"),
                rs.getInt("journal_seq"),
                rs.getString("blocked_reason"),
                rs.getObject("as_of", OffsetDateTime.class).toInstant(),
                rs.getObject("last_feed", UUID.class),
                rs.getLong("version"));
    }

    private static StockKey key(ResultSet rs) throws SQLException {
        return new StockKey(new Sku(rs.getString("sku")), new LocationCode(rs.getString("location")));
    }
}

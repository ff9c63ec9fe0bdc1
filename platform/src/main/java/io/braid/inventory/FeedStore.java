package io.braid.inventory;

import io.braid.inventory.Feed.State;
import io.braid.journal.Deed;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Sku;
import io.braid.store.Columns;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the tables {@code feed} and {@code feed_fault}, and finds the positions a full feed left out. */
final class FeedStore {
    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("inventory/feed");

    FeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A feed whose process died says nothing any more: it must not keep the next one out. */
    void failSilent(LocationCode location, Instant lastHeartbeat, Instant at) {
        jdbc.sql(sql.get("failSilent"))
                .param("location", location.text())
                .param("lastHeartbeat", lastHeartbeat.toString())
                .param("at", at.toString())
                .update();
    }

    /** The location's last feed, if it was this very file and is done. */
    Optional<Feed> findRepeated(LocationCode location, byte[] hash) {
        return jdbc.sql(sql.get("findRepeated"))
                .param("location", location.text())
                .param("hash", hash)
                .query((rs, row) -> feed(rs))
                .optional();
    }

    /** How many positions of the location have units on hand. */
    long stocked(LocationCode location) {
        return jdbc.sql(sql.get("stocked"))
                .param("location", location.text())
                .query(Long.class)
                .single();
    }

    /** Of the stocked positions those that rows speak of, and those of them that become empty. */
    record Spoken(long mentioned, long emptied) {}

    Spoken spoken(LocationCode location, List<FeedRow.Good> rows) {
        Columns<FeedRow.Good> columns = Columns.of(rows);
        return jdbc.sql(sql.get("spoken"))
                .param("location", location.text())
                .param("skus", columns.texts(FeedRow.Good::sku))
                .param("onHand", columns.ints(row -> row.onHand().units()))
                .query((rs, row) -> new Spoken(rs.getLong("mentioned"), rs.getLong("emptied")))
                .single();
    }

    Optional<UUID> findRunning(LocationCode location) {
        return jdbc.sql(sql.get("findRunning"))
                .param("location", location.text())
                .query(UUID.class)
                .optional();
    }

    /** False when another feed of the location is running. */
    boolean begin(Deed deed, Feed feed, byte[] hash) {
        return jdbc.sql(sql.get("begin"))
                        .param("id", feed.id())
                        .param("location", feed.location().text())
                        .param("mode", feed.mode().name())
                        .param("hash", hash)
                        .param("asOf", feed.asOf().toString())
                        .param("startedAt", feed.startedAt().toString())
                        .param(
                                "startedBy",
                                deed.actor().type() + ":" + deed.actor().id())
                        .update()
                == 1;
    }

    /** False when the feed is not running any more: somebody took it for dead. */
    boolean advance(UUID feed, FeedTally tally, Instant at) {
        return jdbc.sql(sql.get("advance"))
                        .param("feed", feed)
                        .param("read", tally.read())
                        .param("applied", tally.applied())
                        .param("ignored", tally.ignored())
                        .param("refused", tally.refused())
                        .param("zeroed", tally.zeroed())
                        .param("at", at.toString())
                        .update()
                == 1;
    }

    void addFaults(UUID feed, List<FeedFault> faults) {
        Columns<FeedFault> columns = Columns.of(faults);
        jdbc.sql(sql.get("addFaults"))
                .param("feed", feed)
                .param("lines", columns.longs(FeedFault::line))
                .param("skus", columns.texts(FeedFault::sku))
                .param("reasons", columns.texts(FeedFault::reason))
                .update();
    }

    void finish(UUID feed, State state, @Nullable String failure, Instant at) {
        jdbc.sql(sql.get("finish"))
                .param("feed", feed)
                .param("state", state.name())
                .param("failure", failure)
                .param("at", at.toString())
                .update();
    }

    /** The next positions with units on hand that the feed did not mention, nor anybody since it began; locked. */
    List<StockKey> holdUnmentioned(Feed feed, String afterSku, int limit) {
        return jdbc.sql(sql.get("holdUnmentioned"))
                .param("location", feed.location().text())
                .param("feed", feed.id())
                .param("asOf", feed.asOf().toString())
                .param("afterSku", afterSku)
                .param("limit", limit)
                .query((rs, row) -> new StockKey(new Sku(rs.getString("sku")), feed.location()))
                .list();
    }

    Optional<Feed> find(UUID feed) {
        return jdbc.sql(sql.get("find"))
                .param("feed", feed)
                .query((rs, row) -> feed(rs))
                .optional();
    }

    List<FeedFault> listFaults(UUID feed, long afterLine, int limit) {
        return jdbc.sql(sql.get("listFaults"))
                .param("feed", feed)
                .param("afterLine", afterLine)
                .param("limit", limit)
                .query((rs, row) -> new FeedFault(rs.getLong("line"), sku(rs), rs.getString("reason")))
                .list();
    }

    private static @Nullable Sku sku(ResultSet rs) throws SQLException {
        String sku = rs.getString("sku");
        return sku == null ? null : new Sku(sku);
    }

    private static Feed feed(ResultSet rs) throws SQLException {
        OffsetDateTime finished = rs.getObject("finished_at", OffsetDateTime.class);
        return new Feed(
                rs.getObject("id", UUID.class),
                new LocationCode(rs.getString("location")),
                FeedMode.valueOf(rs.getString("mode")),
                State.valueOf(rs.getString("state")),
                rs.getObject("as_of", OffsetDateTime.class).toInstant(),
                rs.getLong("rows_read"),
                rs.getLong("applied"),
                rs.getLong("ignored"),
                rs.getLong("refused"),
                rs.getLong("zeroed"),
                rs.getString("failure"),
                rs.getObject("started_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }
}

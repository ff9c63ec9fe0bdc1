package io.braid.sourcing;

import io.braid.journal.Deed;
import io.braid.store.Ids;
import io.braid.store.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes and reads the tables {@code strategy} and {@code reign}. */
final class StrategyStore {
    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("sourcing/strategy");

    StrategyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets nobody else change what rules, or number a version, until the transaction ends; orders go on. */
    void serialise() {
        jdbc.sql(sql.get("serialise")).update();
    }

    /** Which strategy is live. */
    record Live(UUID id, int version) {}

    Optional<Live> live() {
        return jdbc.sql(sql.get("live"))
                .query((rs, row) -> new Live(rs.getObject("id", UUID.class), rs.getInt("version")))
                .optional();
    }

    /** A strategy that rules some orders; the live one has no share, it takes the rest. */
    record Ruler(UUID id, int version, @Nullable Double share) {}

    List<Ruler> rulers() {
        return jdbc.sql(sql.get("rulers"))
                .query((rs, row) -> new Ruler(
                        rs.getObject("id", UUID.class), rs.getInt("version"), rs.getObject("share", Double.class)))
                .list();
    }

    Optional<UUID> trial() {
        return jdbc.sql(sql.get("trial")).query(UUID.class).optional();
    }

    Optional<StoredStrategy> find(UUID id) {
        return jdbc.sql(sql.get("find"))
                .param("id", id)
                .query((rs, row) -> strategy(rs))
                .optional();
    }

    /** A document that must stay readable. */
    record Needed(String name, int version, String document) {}

    /** Those that orders follow now, and the one that a rollback would bring back. */
    List<Needed> needed() {
        return jdbc.sql(sql.get("neededDocuments"))
                .query((rs, row) -> new Needed(rs.getString("name"), rs.getInt("version"), rs.getString("document")))
                .list();
    }

    StoredStrategy insert(Deed deed, String name, String document) {
        return jdbc.sql(sql.get("insert"))
                .param("id", Ids.newId(deed.at()))
                .param("name", name)
                .param("document", document)
                .param("at", deed.at().toString())
                .param("by", deed.actor().id())
                .query((rs, row) -> strategy(rs))
                .single();
    }

    /** Who rules, and this one. */
    List<StoredStrategy.Standing> rulingAnd(UUID id) {
        return jdbc.sql(sql.get("rulingAnd"))
                .param("id", id)
                .query((rs, row) -> standing(rs))
                .list();
    }

    /** A time that a strategy was live. */
    record Reign(int seq, UUID strategy) {}

    /** The reign that a rollback goes back to. */
    Optional<Reign> before() {
        return jdbc.sql(sql.get("before"))
                .query((rs, row) -> new Reign(rs.getInt("seq"), rs.getObject("strategy", UUID.class)))
                .optional();
    }

    /** A reign begins; with {@code again}, as that one was, so that a rollback of it goes on to the one before. */
    void reign(Deed deed, UUID strategy, @Nullable Reign again) {
        jdbc.sql(sql.get("reign"))
                .param("strategy", strategy)
                .param("at", deed.at().toString())
                .param("by", deed.actor().id())
                .param("again", again == null ? null : again.seq())
                .update();
    }

    List<Reigned> reigns(int before, int limit) {
        return jdbc.sql(sql.get("reigns"))
                .param("before", before)
                .param("limit", limit)
                .query((rs, row) -> {
                    OffsetDateTime until = rs.getObject("until", OffsetDateTime.class);
                    return new Reigned(
                            rs.getInt("seq"),
                            rs.getObject("strategy", UUID.class),
                            rs.getString("name"),
                            rs.getInt("version"),
                            rs.getObject("since", OffsetDateTime.class).toInstant(),
                            until == null ? null : until.toInstant(),
                            rs.getString("begun_by"));
                })
                .list();
    }

    void enter(Deed deed, StoredStrategy.Standing strategy, StoredStrategy.State state) {
        jdbc.sql(sql.get("enter"))
                .param("id", strategy.id())
                .param("state", state.name())
                .param("at", state == StoredStrategy.State.LIVE ? deed.at().toString() : null)
                .update();
    }

    void share(StoredStrategy.Standing strategy, StoredStrategy.@Nullable Trial trial) {
        jdbc.sql(sql.get("share"))
                .param("id", strategy.id())
                .param("share", trial == null ? null : trial.share().toPlainString())
                .param("since", trial == null ? null : trial.since().toString())
                .update();
    }

    /** Leaves its number; what it said is in the journal. */
    void remove(UUID id) {
        jdbc.sql(sql.get("remove")).param("id", id).update();
    }

    List<StoredStrategy.Standing> list(Strategies.Listing wanted) {
        return jdbc.sql(sql.get("list"))
                .param("afterName", wanted.afterName())
                .param("afterVersion", wanted.afterVersion())
                .param("name", wanted.name())
                .param("state", wanted.state() == null ? null : wanted.state().name())
                .param("limit", wanted.limit())
                .query((rs, row) -> standing(rs))
                .list();
    }

    private static StoredStrategy strategy(ResultSet rs) throws SQLException {
        return new StoredStrategy(standing(rs), rs.getString("document"));
    }

    private static StoredStrategy.Standing standing(ResultSet rs) throws SQLException {
        OffsetDateTime promoted = rs.getObject("promoted_at", OffsetDateTime.class);
        return new StoredStrategy.Standing(
                rs.getObject("id", UUID.class),
                rs.getString("name"),
                rs.getInt("version"),
                StoredStrategy.State.valueOf(rs.getString("state")),
                rs.getInt("row_version"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getString("created_by"),
                promoted == null ? null : promoted.toInstant(),
                trial(rs));
    }

    private static StoredStrategy.@Nullable Trial trial(ResultSet rs) throws SQLException {
        BigDecimal share = rs.getBigDecimal("share");
        OffsetDateTime since = rs.getObject("share_since", OffsetDateTime.class);
        return share == null || since == null
                ? null
                : new StoredStrategy.Trial(share.stripTrailingZeros(), since.toInstant());
    }
}

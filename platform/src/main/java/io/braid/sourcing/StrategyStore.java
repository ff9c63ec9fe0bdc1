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

/** Writes and reads the table {@code strategy}. */
final class StrategyStore {
    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("sourcing/strategy");

    StrategyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /** Every strategy that some orders follow. */
    List<StoredStrategy> ruling() {
        return jdbc.sql(sql.get("ruling")).query((rs, row) -> strategy(rs)).list();
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

    List<StoredStrategy> lockRulingAnd(UUID id) {
        return jdbc.sql(sql.get("lockRulingAnd"))
                .param("id", id)
                .query((rs, row) -> strategy(rs))
                .list();
    }

    Optional<UUID> lastRetired() {
        return jdbc.sql(sql.get("lastRetired")).query(UUID.class).optional();
    }

    void enter(Deed deed, StoredStrategy strategy, StoredStrategy.State state) {
        jdbc.sql(sql.get("enter"))
                .param("id", strategy.id())
                .param("state", state.name())
                .param("at", state == StoredStrategy.State.LIVE ? deed.at().toString() : null)
                .update();
    }

    void share(StoredStrategy strategy, StoredStrategy.@Nullable Trial trial) {
        jdbc.sql(sql.get("share"))
                .param("id", strategy.id())
                .param("share", trial == null ? null : trial.share().toPlainString())
                .param("since", trial == null ? null : trial.since().toString())
                .update();
    }

    List<StoredStrategy> list(String afterName, int afterVersion, int limit) {
        return jdbc.sql(sql.get("list"))
                .param("name", afterName)
                .param("version", afterVersion)
                .param("limit", limit)
                .query((rs, row) -> strategy(rs))
                .list();
    }

    private static StoredStrategy strategy(ResultSet rs) throws SQLException {
        OffsetDateTime promoted = rs.getObject("promoted_at", OffsetDateTime.class);
        return new StoredStrategy(
                rs.getObject("id", UUID.class),
                rs.getString("name"),
                rs.getInt("version"),
                StoredStrategy.State.valueOf(rs.getString("state")),
                rs.getString("document"),
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

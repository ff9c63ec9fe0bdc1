package io.braid.simulation;

import io.braid.journal.Deed;
import io.braid.kernel.OrderNumber;
import io.braid.order.ExternalNumber;
import io.braid.routing.Decision;
import io.braid.sourcing.StoredStrategy;
import io.braid.store.Columns;
import io.braid.store.Json;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps simulations, the orders uploaded for them, and the orders whose answer changed. */
final class SimulationStore {
    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("simulation/simulation");

    SimulationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Deed deed, UUID id, Wish wish, StoredStrategy live, long total) {
        Wish.Orders.Within within = wish.orders() instanceof Wish.Orders.Within w ? w : null;
        jdbc.sql(sql.get("insert"))
                .param("id", id)
                .param("stock", wish.stock().name())
                .param("from", within == null ? null : within.from().toString())
                .param("to", within == null ? null : within.to().toString())
                .param("live", live.id())
                .param("liveVersion", live.version())
                .param("liveDocument", live.document())
                .param("draft", wish.draft().strategy())
                .param("draftVersion", wish.draft().version())
                .param("draftDocument", wish.draft().document())
                .param("total", total)
                .param("at", deed.at().toString())
                .param("by", deed.actor().type() + ":" + deed.actor().id())
                .update();
    }

    void insertLines(UUID id, List<Wish.Line> lines) {
        Columns<Wish.Line> columns = Columns.of(lines);
        jdbc.sql(sql.get("insertLines"))
                .param("id", id)
                .param("lines", columns.ints(Wish.Line::number))
                .param("bodies", columns.texts(Wish.Line::body))
                .update();
    }

    List<Wish.Line> lines(UUID id, long after, int limit) {
        return jdbc.sql(sql.get("lines"))
                .param("id", id)
                .param("after", after)
                .param("limit", limit)
                .query((rs, row) -> new Wish.Line(rs.getInt("line"), rs.getString("body")))
                .list();
    }

    long waiting() {
        return jdbc.sql(sql.get("waiting")).query(Long.class).single();
    }

    Optional<Simulation> find(UUID id) {
        return jdbc.sql(sql.get("find"))
                .param("id", id)
                .query((rs, row) -> simulation(rs))
                .optional();
    }

    List<Simulation> list(Instant beforeAt, UUID beforeId, int limit) {
        return jdbc.sql(sql.get("list"))
                .param("beforeAt", beforeAt.toString())
                .param("beforeId", beforeId.toString())
                .param("limit", limit)
                .query((rs, row) -> simulation(rs))
                .list();
    }

    /** Takes the next one to run; whoever had it before finds out with its next step. */
    Optional<Run> claim(Duration lease, Instant at) {
        return jdbc.sql(sql.get("claim"))
                .param("lease", lease.toSeconds())
                .param("at", at.toString())
                .query((rs, row) -> run(rs))
                .optional();
    }

    void forgetChanges(UUID id) {
        jdbc.sql(sql.get("forgetChanges")).param("id", id).update();
    }

    /** False when the run is not this one's any more: canceled, or taken over. */
    boolean advance(Run run, Simulation.Progress progress, Duration lease) {
        return jdbc.sql(sql.get("advance"))
                        .param("id", run.id())
                        .param("attempt", run.attempt())
                        .param("done", progress.done())
                        .param("changed", progress.changed())
                        .param("skipped", progress.skipped())
                        .param("lease", lease.toSeconds())
                        .update()
                == 1;
    }

    void addChanges(UUID id, List<Change> changes) {
        Columns<Change> rows = Columns.of(changes);
        jdbc.sql(sql.get("addChanges"))
                .param("id", id)
                .param("ordinals", rows.longs(Change::ordinal))
                .param("numbers", rows.texts(Change::number))
                .param("channels", rows.texts(c -> c.external().channel()))
                .param("externals", rows.texts(c -> c.external().number()))
                .param("livePlans", rows.texts(c -> Json.write(c.live().plan())))
                .param("liveDecisions", rows.bytes(c -> c.live().decision().encoded()))
                .param("draftPlans", rows.texts(c -> Json.write(c.draft().plan())))
                .param("draftDecisions", rows.bytes(c -> c.draft().decision().encoded()))
                .update();
    }

    /** The version it has now; empty when the run is not this one's any more. */
    OptionalInt end(Run run, Ended ended, Instant at) {
        return version(jdbc.sql(sql.get("end"))
                .param("id", run.id())
                .param("attempt", run.attempt())
                .param("state", ended.state().name())
                .param("live", ended.live() == null ? null : Json.write(ended.live()))
                .param("draft", ended.draft() == null ? null : Json.write(ended.draft()))
                .param("failure", ended.failure())
                .param("at", at.toString())
                .query((rs, row) -> rs.getInt("row_version"))
                .optional());
    }

    void letGo(Run run) {
        jdbc.sql(sql.get("letGo"))
                .param("id", run.id())
                .param("attempt", run.attempt())
                .update();
    }

    /** What it was before, with the version it has now; empty when it had ended. */
    Optional<Canceled> cancel(UUID id, Instant at) {
        return jdbc.sql(sql.get("cancel"))
                .param("id", id)
                .param("at", at.toString())
                .query((rs, row) ->
                        new Canceled(Simulation.State.valueOf(rs.getString("was")), rs.getInt("row_version")))
                .optional();
    }

    record Canceled(Simulation.State was, int version) {}

    /** Those that ended before that moment, with all that was kept of them, the oldest first. */
    List<Forgotten> forgetSome(Instant before, int limit) {
        return jdbc.sql(sql.get("forgetSome"))
                .param("before", before.toString())
                .param("limit", limit)
                .query((rs, row) -> new Forgotten(
                        rs.getObject("id", UUID.class),
                        Simulation.State.valueOf(rs.getString("state")),
                        rs.getInt("row_version")))
                .list();
    }

    record Forgotten(UUID id, Simulation.State was, int version) {}

    List<Change> changes(UUID id, long after, int limit) {
        return jdbc.sql(sql.get("changes"))
                .param("id", id)
                .param("after", after)
                .param("limit", limit)
                .query((rs, row) -> change(rs))
                .list();
    }

    private static OptionalInt version(Optional<Integer> version) {
        return version.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private static Change change(ResultSet rs) throws SQLException {
        long number = rs.getLong("order_number");
        boolean uploaded = rs.wasNull();
        return new Change(
                rs.getLong("ordinal"),
                uploaded ? null : new OrderNumber(number),
                new ExternalNumber(rs.getString("channel"), rs.getString("external")),
                new Change.Side(Json.readMap(rs.getString("live_plan")), Decision.decode(rs.getBytes("live_decision"))),
                new Change.Side(
                        Json.readMap(rs.getString("draft_plan")), Decision.decode(rs.getBytes("draft_decision"))));
    }

    private static Run run(ResultSet rs) throws SQLException {
        Instant from = instant(rs, "from_at");
        Instant to = instant(rs, "to_at");
        return new Run(
                rs.getObject("id", UUID.class),
                rs.getInt("attempt"),
                rs.getInt("row_version"),
                Simulation.StockOf.valueOf(rs.getString("stock")),
                from == null || to == null ? null : new Wish.Orders.Within(from, to),
                new Run.Rules(
                        rs.getObject("live_strategy", UUID.class),
                        rs.getInt("live_version"),
                        rs.getString("live_document")),
                new Run.Rules(
                        rs.getObject("draft_strategy", UUID.class),
                        rs.getInt("draft_version"),
                        rs.getString("draft_document")),
                required(rs, "created_at"));
    }

    private static Simulation simulation(ResultSet rs) throws SQLException {
        return new Simulation(
                rs.getObject("id", UUID.class),
                Simulation.State.valueOf(rs.getString("state")),
                rs.getInt("row_version"),
                Simulation.StockOf.valueOf(rs.getString("stock")),
                instant(rs, "from_at"),
                instant(rs, "to_at"),
                side(rs, "live"),
                side(rs, "draft"),
                new Simulation.Progress(
                        rs.getLong("total"), rs.getLong("done"), rs.getLong("changed"), rs.getLong("skipped")),
                rs.getString("failure"),
                required(rs, "created_at"),
                rs.getString("created_by"),
                instant(rs, "started_at"),
                instant(rs, "finished_at"));
    }

    private static Simulation.Side side(ResultSet rs, String side) throws SQLException {
        String figures = rs.getString(side + "_figures");
        return new Simulation.Side(
                rs.getObject(side + "_strategy", UUID.class),
                rs.getInt(side + "_version"),
                figures == null ? null : Json.MAPPER.readValue(figures, Figures.class));
    }

    private static Instant required(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

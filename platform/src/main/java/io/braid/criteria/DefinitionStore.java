package io.braid.criteria;

import io.braid.routing.Lexicon;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the tables {@code criteria_table}, {@code computed_attribute} and {@code criteria_revision}. */
final class DefinitionStore {
    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("criteria/definition");

    DefinitionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long revision() {
        return jdbc.sql(sql.get("revision")).query(Long.class).single();
    }

    /** The same, held until the transaction ends. */
    long holdRevision() {
        return jdbc.sql(sql.get("holdRevision")).query(Long.class).single();
    }

    /** Locks out every other change of a definition. */
    void raiseRevision() {
        jdbc.sql(sql.get("raiseRevision")).update();
    }

    List<CriteriaTable> tables(String after, int limit) {
        return jdbc.sql(sql.get("tables"))
                .param("after", after)
                .param("limit", limit)
                .query((rs, row) -> table(rs))
                .list();
    }

    Optional<CriteriaTable> table(String name) {
        return jdbc.sql(sql.get("table"))
                .param("name", name)
                .query((rs, row) -> table(rs))
                .optional();
    }

    Optional<CriteriaTable> lockTable(String name) {
        return jdbc.sql(sql.get("lockTable"))
                .param("name", name)
                .query((rs, row) -> table(rs))
                .optional();
    }

    /** Creates it, changes it, or brings it back. */
    CriteriaTable defineTable(TableDraft draft, Instant at) {
        return jdbc.sql(sql.get("defineTable"))
                .param("name", draft.name())
                .param("keyedBy", draft.keyedBy().name())
                .param("kind", draft.kind() == null ? null : draft.kind().name())
                .param("meaning", draft.meaning())
                .param("at", at.toString())
                .query((rs, row) -> table(rs))
                .single();
    }

    int nextGeneration() {
        return jdbc.sql(sql.get("nextGeneration")).query(Integer.class).single();
    }

    /** From now on the rows of that generation count. */
    CriteriaTable renewTable(String name, int generation, Instant at) {
        return jdbc.sql(sql.get("renewTable"))
                .param("name", name)
                .param("generation", generation)
                .param("at", at.toString())
                .query((rs, row) -> table(rs))
                .single();
    }

    void removeTable(String name, Instant at) {
        jdbc.sql(sql.get("removeTable"))
                .param("name", name)
                .param("at", at.toString())
                .update();
    }

    List<ComputedAttribute> attributes(String after, int limit) {
        return jdbc.sql(sql.get("attributes"))
                .param("after", after)
                .param("limit", limit)
                .query((rs, row) -> attribute(rs))
                .list();
    }

    Optional<ComputedAttribute> attribute(String name) {
        return jdbc.sql(sql.get("attribute"))
                .param("name", name)
                .query((rs, row) -> attribute(rs))
                .optional();
    }

    /** Creates it, changes it, or brings it back. */
    ComputedAttribute defineAttribute(Criteria.AttributeDraft draft, Lexicon.Kind kind, Instant at) {
        return jdbc.sql(sql.get("defineAttribute"))
                .param("name", draft.name())
                .param("expression", draft.expression())
                .param("kind", kind.name())
                .param("meaning", draft.meaning())
                .param("at", at.toString())
                .query((rs, row) -> attribute(rs))
                .single();
    }

    void removeAttribute(String name, Instant at) {
        jdbc.sql(sql.get("removeAttribute"))
                .param("name", name)
                .param("at", at.toString())
                .update();
    }

    private static CriteriaTable table(ResultSet rs) throws SQLException {
        return new CriteriaTable(
                rs.getString("name"),
                Lexicon.KeyedBy.valueOf(rs.getString("keyed_by")),
                kind(rs.getString("kind")),
                rs.getString("meaning"),
                rs.getInt("generation"),
                rs.getInt("version"),
                rs.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static Lexicon.@Nullable Kind kind(@Nullable String text) {
        return text == null ? null : Lexicon.Kind.valueOf(text);
    }

    private static ComputedAttribute attribute(ResultSet rs) throws SQLException {
        return new ComputedAttribute(
                rs.getString("name"),
                rs.getString("expression"),
                Lexicon.Kind.valueOf(rs.getString("kind")),
                rs.getString("meaning"),
                rs.getInt("version"),
                rs.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}

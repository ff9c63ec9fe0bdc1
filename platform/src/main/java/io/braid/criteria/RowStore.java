package io.braid.criteria;

import io.braid.store.Columns;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the table {@code criteria_row}. A date that is not given is stored as an infinite one. */
final class RowStore {
    private static final String PAST = "-infinity";
    private static final String FUTURE = "infinity";

    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("criteria/row");

    RowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<CriteriaRow.Key, CriteriaRow> known(String table, int generation, List<CriteriaRow> rows) {
        Map<CriteriaRow.Key, CriteriaRow> known = new HashMap<>();
        keyed("known", table, generation, Columns.of(rows))
                .query((rs, row) -> row(rs))
                .list()
                .forEach(row -> known.put(row.key(), row));
        return known;
    }

    void upsert(String table, int generation, List<CriteriaRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Columns<CriteriaRow> columns = Columns.of(rows);
        keyed("upsert", table, generation, columns)
                .param("postalTos", columns.texts(CriteriaRow::postalTo))
                .param("validTos", columns.texts(row -> stored(row.validTo(), FUTURE)))
                .param("values", columns.texts(CriteriaRow::value))
                .update();
    }

    private JdbcClient.StatementSpec keyed(String name, String table, int generation, Columns<CriteriaRow> rows) {
        return jdbc.sql(sql.get(name))
                .param("table", table)
                .param("generation", generation)
                .param("locations", rows.texts(row -> row.key().location()))
                .param("skus", rows.texts(row -> row.key().sku()))
                .param("countries", rows.texts(row -> row.key().country()))
                .param("postalFroms", rows.texts(row -> row.key().postalFrom()))
                .param("validFroms", rows.texts(row -> stored(row.key().validFrom(), PAST)));
    }

    List<CriteriaRow> list(CriteriaTable table, CriteriaRow.Key after, int limit) {
        return jdbc.sql(sql.get("list"))
                .param("table", table.name())
                .param("generation", table.generation())
                .param("location", after.location())
                .param("sku", after.sku())
                .param("country", after.country())
                .param("postalFrom", after.postalFrom())
                .param("validFrom", stored(after.validFrom(), PAST))
                .param("limit", limit)
                .query((rs, row) -> row(rs))
                .list();
    }

    long count(String table, int generation) {
        return jdbc.sql(sql.get("count"))
                .param("table", table)
                .param("generation", generation)
                .query(Long.class)
                .single();
    }

    /** Removes the rows of all generations but one; -1 keeps none. */
    void clear(String table, int keep) {
        jdbc.sql(sql.get("clear")).param("table", table).param("keep", keep).update();
    }

    /** Removes the rows of one generation, which never held. */
    void drop(String table, int generation) {
        jdbc.sql(sql.get("drop"))
                .param("table", table)
                .param("generation", generation)
                .update();
    }

    /** The rows that hold on the batch's day, those that win over others last. */
    List<Hit> valid(RowRequest request) {
        return jdbc.sql(sql.get("valid"))
                .param("tables", request.tables().toArray(String[]::new))
                .param("locations", request.locations().toArray(String[]::new))
                .param("skus", request.skus().toArray(String[]::new))
                .param(
                        "countries",
                        request.postalCodes().stream()
                                .map(code -> code.country().text())
                                .toArray(String[]::new))
                .param(
                        "codes",
                        request.postalCodes().stream().map(code -> code.code()).toArray(String[]::new))
                .param("day", request.day().toString())
                .query((rs, row) -> new Hit(
                        rs.getString("table_name"),
                        rs.getString("location"),
                        rs.getString("sku"),
                        rs.getString("country"),
                        rs.getString("code"),
                        rs.getString("value")))
                .list();
    }

    /** A row found for a batch; the code is the one that was asked about. */
    record Hit(
            String table,
            String location,
            String sku,
            String country,
            String code,
            @Nullable String value) {}

    private static CriteriaRow row(ResultSet rs) throws SQLException {
        return new CriteriaRow(
                new CriteriaRow.Key(
                        rs.getString("location"),
                        rs.getString("sku"),
                        rs.getString("country"),
                        rs.getString("postal_from"),
                        date(rs.getString("valid_from"))),
                rs.getString("postal_to"),
                date(rs.getString("valid_to")),
                rs.getString("value"));
    }

    private static String stored(@Nullable LocalDate date, String endless) {
        return date == null ? endless : date.toString();
    }

    private static @Nullable LocalDate date(String text) {
        return text.endsWith("infinity") ? null : LocalDate.parse(text);
    }
}

package io.braid.carriage;

import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the tables of carriers, every one in the same five statements, and the revision of them all. */
final class CarrierStore {
    /** Rows of one statement: few round trips, small messages. */
    private static final int CHUNK_MAX = 5_000;

    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("carriage/carrier");

    CarrierStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which state the tables are in; new with every change. */
    record Revision(UUID id, int version) {}

    UUID revision() {
        return jdbc.sql(sql.get("revision")).query(UUID.class).single();
    }

    /** Keeps imports out until the end of the transaction. */
    UUID holdRevision() {
        return jdbc.sql(sql.get("holdRevision")).query(UUID.class).single();
    }

    /** Keeps imports and readers of whole tables out until the end of the transaction. */
    Revision lockRevision() {
        return jdbc.sql(sql.get("lockRevision"))
                .query((rs, row) -> revision(rs))
                .single();
    }

    Revision nextRevision() {
        return jdbc.sql(sql.get("nextRevision"))
                .query((rs, row) -> revision(rs))
                .single();
    }

    private static Revision revision(ResultSet rs) throws SQLException {
        return new Revision(rs.getObject("revision", UUID.class), rs.getInt("version"));
    }

    <R extends CarrierRow> Map<String, R> all(RowStore<R> sheet) {
        Map<String, R> rows = new TreeMap<>();
        jdbc.sql(sql.get(sheet.name() + "All"))
                .query((rs, row) -> sheet.read(rs))
                .list()
                .forEach(row -> rows.put(row.key(), row));
        return rows;
    }

    <R extends CarrierRow> List<R> list(RowStore<R> sheet, String after, int limit) {
        return jdbc.sql(sql.get(sheet.name() + "List"))
                .param("after", after)
                .param("limit", limit)
                .query((rs, row) -> sheet.read(rs))
                .list();
    }

    <R extends CarrierRow> void upsert(RowStore<R> sheet, List<R> rows) {
        for (int from = 0; from < rows.size(); from += CHUNK_MAX) {
            List<R> chunk = rows.subList(from, Math.min(from + CHUNK_MAX, rows.size()));
            jdbc.sql(sql.get(sheet.name() + "Upsert"))
                    .param("keys", chunk.stream().map(CarrierRow::key).toArray(String[]::new))
                    .params(sheet.columns(chunk))
                    .update();
        }
    }

    <R extends CarrierRow> void delete(RowStore<R> sheet, List<String> keys) {
        if (!keys.isEmpty()) {
            jdbc.sql(sql.get(sheet.name() + "Delete"))
                    .param("keys", keys.toArray(String[]::new))
                    .update();
        }
    }
}

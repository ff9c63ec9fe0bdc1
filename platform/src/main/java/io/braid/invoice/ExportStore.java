package io.braid.invoice;

import io.braid.store.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives invoices and notes their places in the export, and reads them in that order. */
final class ExportStore {
    private static final Sql SQL = Sql.of("invoice/export");

    private final JdbcClient jdbc;
    private final InvoiceStore invoices;

    ExportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.invoices = new InvoiceStore(jdbc);
    }

    /** Gives what is new its place; one at a time, so that places become visible in order. */
    void number(int limit) {
        long last = jdbc.sql(SQL.get("lock")).query(Long.class).single();
        int numbered = jdbc.sql(SQL.get("number"))
                .param("last", last)
                .param("limit", limit)
                .query(Integer.class)
                .single();
        if (numbered > 0) {
            jdbc.sql(SQL.get("move")).param("by", numbered).update();
        }
    }

    List<Exported> behind(long after, int limit) {
        List<Exported> both = new ArrayList<>(invoices.exported(after, limit));
        both.addAll(notes(after, limit));
        both.sort(Comparator.comparingLong(Exported::place));
        return List.copyOf(both.subList(0, Math.min(limit, both.size())));
    }

    private List<Exported.OfNote> notes(long after, int limit) {
        return jdbc.sql(SQL.get("notes"))
                .param("after", after)
                .param("limit", limit)
                .query((rs, row) -> {
                    String deduction = rs.getString("deduction");
                    return new Exported.OfNote(
                            rs.getLong("exported_as"),
                            CreditNoteStore.note(rs),
                            deduction == null ? null : Deduction.Kind.valueOf(deduction));
                })
                .list();
    }
}

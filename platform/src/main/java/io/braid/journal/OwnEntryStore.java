package io.braid.journal;

import io.braid.journal.OwnEntries.Place;
import io.braid.journal.OwnEntries.Wanted;
import io.braid.kernel.VendorCode;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the table {@code journal} in a vendor's name: the columns and rows its role is granted. */
final class OwnEntryStore {
    private static final Sql SQL = Sql.of("journal/own_entry");

    private final JdbcClient jdbc;

    OwnEntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OwnEntry> list(VendorCode vendor, Wanted wanted, Place after, int limit) {
        return jdbc.sql(SQL.get("list"))
                .param("subjects", wanted.subjects().stream().map(Subject::text).toArray(String[]::new))
                .param(
                        "prefixes",
                        wanted.kinds().stream().map(kind -> kind + ":" + vendor).toArray(String[]::new))
                .param("afterSubject", after.subject())
                .param("afterSeq", after.seq())
                .param("limit", limit)
                .query((rs, row) -> entry(rs))
                .list();
    }

    List<OwnEntry> list(Subject subject, Place after, int limit) {
        return jdbc.sql(SQL.get("ofSubject"))
                .param("family", subject.family())
                .param("subject", subject.text())
                .param("afterSubject", after.subject())
                .param("afterSeq", after.seq())
                .param("limit", limit)
                .query((rs, row) -> entry(rs))
                .list();
    }

    private static OwnEntry entry(ResultSet rs) throws SQLException {
        return new OwnEntry(
                new Subject(rs.getLong("order_number"), rs.getString("subject")),
                rs.getInt("seq"),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                rs.getString("actor_type"),
                rs.getString("channel"),
                rs.getString("type"),
                rs.getString("from_state"),
                rs.getString("to_state"));
    }
}

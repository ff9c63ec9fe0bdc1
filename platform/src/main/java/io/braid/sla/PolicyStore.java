package io.braid.sla;

import io.braid.journal.Deed;
import io.braid.store.Sql;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes and reads the table {@code sla_policies}. */
final class PolicyStore {
    private static final Sql SQL = Sql.of("sla/policies");

    private final JdbcClient jdbc;

    PolicyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 0 when nobody ever changed anything. */
    int version() {
        return jdbc.sql(SQL.get("version")).query(Integer.class).single();
    }

    PolicySet policies(int version) {
        return jdbc.sql(SQL.get("find"))
                .param("version", version)
                .query((rs, row) -> new PolicySet(
                        rs.getInt("version"),
                        PolicyDocument.read(rs.getString("document")),
                        rs.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        rs.getString("changed_by")))
                .single();
    }

    /** False when somebody else took that version. */
    boolean insert(Deed deed, int version, String document) {
        return jdbc.sql(SQL.get("insert"))
                        .param("version", version)
                        .param("document", document)
                        .param("at", deed.at().toString())
                        .param("by", deed.actor().id())
                        .update()
                == 1;
    }
}

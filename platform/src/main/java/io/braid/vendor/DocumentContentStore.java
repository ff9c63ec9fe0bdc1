package io.braid.vendor;

import io.braid.store.Sql;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the table {@code document_content}: a file in parts, of which one at a time is in memory when it is read. */
final class DocumentContentStore implements DocumentContents {
    private static final int PART_BYTES = 512 * 1_024;
    private static final Sql SQL = Sql.of("vendor/document_content");

    private final JdbcClient jdbc;

    DocumentContentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(Key key, byte[] content) {
        for (int part = 0; part * PART_BYTES < content.length; part++) {
            int from = part * PART_BYTES;
            named("keep", key, part)
                    .param("bytes", Arrays.copyOfRange(content, from, Math.min(content.length, from + PART_BYTES)))
                    .update();
        }
    }

    @Override
    public Optional<byte[]> part(Key key, int part) {
        return named("part", key, part).query((rs, row) -> rs.getBytes("bytes")).optional();
    }

    private JdbcClient.StatementSpec named(String statement, Key key, int part) {
        return jdbc.sql(SQL.get(statement))
                .param("vendor", key.vendor().text())
                .param("requirement", key.requirement())
                .param("number", key.number())
                .param("part", part);
    }
}

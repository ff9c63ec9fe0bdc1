package io.braid.vendor;

import io.braid.kernel.VendorCode;
import io.braid.store.Sql;
import io.braid.store.Vault;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the table {@code document_content}: a file in parts, of which one at a time is in memory when it is read. Each
 * part is sealed for its place; parts from before that was so are read as they are until {@link #sealSome} has come by.
 */
final class DocumentContentStore implements DocumentContents {
    private static final int PART_BYTES = 512 * 1_024;
    private static final Sql SQL = Sql.of("vendor/document_content");

    private final JdbcClient jdbc;
    private final Vault vault;

    DocumentContentStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public void keep(Key key, byte[] content) {
        for (int part = 0; part * PART_BYTES < content.length; part++) {
            int from = part * PART_BYTES;
            byte[] plain = Arrays.copyOfRange(content, from, Math.min(content.length, from + PART_BYTES));
            named("keep", key, part).param("bytes", sealed(key, part, plain)).update();
        }
    }

    private byte[] sealed(Key key, int part, byte[] plain) {
        return vault.seal(plain, place(key, part));
    }

    @Override
    public Optional<byte[]> part(Key key, int part) {
        return named("part", key, part)
                .query((rs, row) -> rs.getBoolean("sealed")
                        ? vault.open(rs.getBytes("bytes"), place(key, part))
                        : rs.getBytes("bytes"))
                .optional();
    }

    private record Part(Key key, int number, byte[] plain) {}

    /** Seals parts that lie open, in the caller's transaction; says how many. */
    int sealSome(int limit) {
        List<Part> open = jdbc.sql(SQL.get("open"))
                .param("limit", limit)
                .query((rs, row) -> new Part(
                        new Key(
                                new VendorCode(rs.getString("vendor")),
                                rs.getString("requirement"),
                                rs.getInt("number")),
                        rs.getInt("part"),
                        rs.getBytes("bytes")))
                .list();
        for (Part part : open) {
            named("seal", part.key(), part.number())
                    .param("bytes", sealed(part.key(), part.number(), part.plain()))
                    .update();
        }
        return open.size();
    }

    private JdbcClient.StatementSpec named(String statement, Key key, int part) {
        return jdbc.sql(SQL.get(statement))
                .param("vendor", key.vendor().text())
                .param("requirement", key.requirement())
                .param("number", key.number())
                .param("part", part);
    }

    private static String place(Key key, int part) {
        return "document_content.bytes/" + key.vendor() + "/" + key.requirement() + "/" + key.number() + "/" + part;
    }
}

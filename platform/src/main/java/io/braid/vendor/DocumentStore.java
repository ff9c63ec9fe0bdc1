package io.braid.vendor;

import io.braid.kernel.VendorCode;
import io.braid.store.Columns;
import io.braid.store.Sql;
import io.braid.vendor.VendorDocument.State;
import io.braid.vendor.VendorDocument.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the document set, the documents of vendors and their versions; not their bytes. */
final class DocumentStore {
    private static final Sql SQL = Sql.of("vendor/document");

    private final JdbcClient jdbc;

    DocumentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version whose end is near or past; the document's version counts that it was told. */
    record Expiry(
            DocumentKey key, String title, int number, LocalDate expiresOn, String reminder, int version, State state) {
        boolean past() {
            return reminder.equals("EXPIRED");
        }
    }

    int versionOfSet() {
        return jdbc.sql(SQL.get("setVersion")).query(Integer.class).single();
    }

    List<DocumentRequirement> requirements() {
        return jdbc.sql(SQL.get("requirements"))
                .query((rs, row) -> new DocumentRequirement(
                        rs.getString("code"),
                        rs.getString("title"),
                        rs.getString("instructions"),
                        rs.getBoolean("required"),
                        rs.getBoolean("expires"),
                        rs.getInt("remind_days")))
                .list();
    }

    /** Puts another set in the place of the one at that version; false when it is another one by now. */
    boolean replaceSet(List<DocumentRequirement> requirements, int version) {
        if (jdbc.sql(SQL.get("nextSet")).param("version", version).update() == 0) {
            return false;
        }
        Columns<DocumentRequirement> columns = Columns.of(requirements);
        jdbc.sql(SQL.get("retire"))
                .param("codes", columns.texts(DocumentRequirement::code))
                .update();
        int[] places = new int[requirements.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        jdbc.sql(SQL.get("ask"))
                .param("codes", columns.texts(DocumentRequirement::code))
                .param("titles", columns.texts(DocumentRequirement::title))
                .param("instructions", columns.texts(DocumentRequirement::instructions))
                .param("required", columns.texts(DocumentRequirement::required))
                .param("expires", columns.texts(DocumentRequirement::expires))
                .param("reminds", columns.ints(DocumentRequirement::remindDays))
                .param("places", places)
                .update();
        return true;
    }

    List<VendorDocument> documents(VendorCode vendor) {
        return documents(vendor, null);
    }

    Optional<VendorDocument> find(DocumentKey key) {
        return documents(key.vendor(), key.requirement()).stream().findFirst();
    }

    private List<VendorDocument> documents(VendorCode vendor, @Nullable String requirement) {
        return together(jdbc.sql(SQL.get("documents"))
                .param("vendor", vendor.text())
                .param("requirement", requirement)
                .query((rs, row) -> document(rs))
                .list());
    }

    /** With the version that waits alone, in order of vendor and requirement behind that key. */
    List<VendorDocument> inReview(String afterVendor, String afterRequirement, int limit) {
        return jdbc.sql(SQL.get("inReview"))
                .param("afterVendor", afterVendor)
                .param("afterRequirement", afterRequirement)
                .param("limit", limit)
                .query((rs, row) -> document(rs))
                .list();
    }

    private static List<VendorDocument> together(List<VendorDocument> rows) {
        Map<String, VendorDocument> documents = new LinkedHashMap<>();
        for (VendorDocument row : rows) {
            documents.merge(row.requirement(), row, (some, more) -> {
                List<Version> versions = new ArrayList<>(some.versions());
                versions.addAll(more.versions());
                return new VendorDocument(some.vendor(), some.requirement(), versions, some.version());
            });
        }
        return List.copyOf(documents.values());
    }

    /** True when it is the vendor's first of that requirement; then its version is 1. */
    boolean insertDocument(DocumentKey key, Instant at) {
        return of("insertDocument", key).param("at", at.toString()).update() == 1;
    }

    /** The document's version, locked until the end of the transaction. */
    Optional<Integer> lock(DocumentKey key) {
        return of("lock", key).query(Integer.class).optional();
    }

    void bump(DocumentKey key) {
        of("bump", key).update();
    }

    /** Of what waits for a review or was superseded before one. */
    long bytesUnreviewed(VendorCode vendor) {
        return jdbc.sql(SQL.get("bytesUnreviewed"))
                .param("vendor", vendor.text())
                .query(Long.class)
                .single();
    }

    /** Forgets superseded versions until so many bytes are free and the document has so few of them left. */
    List<Dropped> makeRoom(DocumentKey key, long bytes, int versions) {
        return of("makeRoom", key)
                .param("bytes", bytes)
                .param("versions", versions)
                .query((rs, row) ->
                        new Dropped(new DocumentKey(key.vendor(), rs.getString("requirement")), List.of((Integer[])
                                rs.getArray("numbers").getArray())))
                .list();
    }

    /** Versions of a document that are kept no longer. */
    record Dropped(DocumentKey key, List<Integer> numbers) {}

    void supersede(DocumentKey key) {
        of("supersede", key).update();
    }

    void insertVersion(DocumentKey key, Version version) {
        of("insertVersion", key)
                .param("number", version.number())
                .param("name", version.name())
                .param("kind", version.kind().name())
                .param("bytes", version.bytes())
                .param("sha256", version.sha256())
                .param("expiresOn", version.expiresOn())
                .param("at", version.uploadedAt().toString())
                .update();
    }

    /** False when somebody decided before, or a newer version took its place. */
    boolean decide(DocumentKey key, int number, Review review, Instant at) {
        return of("decide", key)
                        .param("number", number)
                        .param("state", review.decision().name())
                        .param("comment", review.comment())
                        .param("at", at.toString())
                        .update()
                == 1;
    }

    /** The required documents that no approved version satisfies on that day. */
    List<String> unmet(VendorCode vendor, LocalDate day) {
        return jdbc.sql(SQL.get("unmet"))
                .param("vendor", vendor.text())
                .param("day", day)
                .query(String.class)
                .list();
    }

    /** Marks what is to be told that day, each once before its end and once after; answers it. */
    List<Expiry> remind(LocalDate day) {
        return jdbc.sql(SQL.get("remind"))
                .param("day", day)
                .query((rs, row) -> new Expiry(
                        new DocumentKey(new VendorCode(rs.getString("vendor")), rs.getString("requirement")),
                        rs.getString("title"),
                        rs.getInt("number"),
                        rs.getObject("expires_on", LocalDate.class),
                        rs.getString("reminded"),
                        rs.getInt("version"),
                        State.valueOf(rs.getString("state"))))
                .list();
    }

    List<DocumentMessage> messages(DocumentKey key, int after, int limit) {
        return of("messages", key)
                .param("after", after)
                .param("limit", limit)
                .query((rs, row) -> new DocumentMessage(
                        rs.getInt("number"),
                        DocumentMessage.Side.valueOf(rs.getString("side")),
                        rs.getObject("at", OffsetDateTime.class).toInstant(),
                        rs.getString("text")))
                .list();
    }

    /** The number of the message; the document must be locked. */
    int say(DocumentKey key, DocumentMessage.Side side, String text, Instant at) {
        return of("say", key)
                .param("side", side.name())
                .param("text", text)
                .param("at", at.toString())
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec of(String statement, DocumentKey key) {
        return jdbc.sql(SQL.get(statement))
                .param("vendor", key.vendor().text())
                .param("requirement", key.requirement());
    }

    private static VendorDocument document(ResultSet rs) throws SQLException {
        OffsetDateTime reviewed = rs.getObject("reviewed_at", OffsetDateTime.class);
        Version version = new Version(
                rs.getInt("number"),
                rs.getString("name"),
                FileKind.valueOf(rs.getString("kind")),
                rs.getInt("bytes"),
                rs.getString("sha256"),
                rs.getObject("expires_on", LocalDate.class),
                rs.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                State.valueOf(rs.getString("state")),
                rs.getString("comment"),
                reviewed == null ? null : reviewed.toInstant());
        return new VendorDocument(
                new VendorCode(rs.getString("vendor")),
                rs.getString("requirement"),
                List.of(version),
                rs.getInt("version"));
    }
}

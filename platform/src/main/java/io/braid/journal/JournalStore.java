package io.braid.journal;

import io.braid.kernel.OrderNumber;
import io.braid.store.Columns;
import io.braid.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes and reads the tables {@code journal} and {@code outbox}. */
final class JournalStore {
    /** Rows read per round trip when a whole journal is walked. */
    private static final int PAGE = 2_000;

    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("journal/journal");

    JournalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(List<RecordedEntry> entries) {
        Columns<RecordedEntry> rows = Columns.of(entries);
        long[] families = rows.longs(e -> e.subject().family());
        @Nullable String[] subjects = rows.texts(e -> e.subject().text());
        int[] seqs = rows.ints(RecordedEntry::seq);
        jdbc.sql(sql.get("append"))
                .param("families", families)
                .param("subjects", subjects)
                .param("seqs", seqs)
                .param("ats", rows.texts(RecordedEntry::at))
                .param("actorTypes", rows.texts(e -> e.actor().type()))
                .param("actorIds", rows.texts(e -> e.actor().id()))
                .param("channels", rows.texts(RecordedEntry::channel))
                .param("types", rows.texts(RecordedEntry::type))
                .param("froms", rows.texts(RecordedEntry::from))
                .param("tos", rows.texts(RecordedEntry::to))
                .param("data", rows.texts(RecordedEntry::data))
                .param("correlations", rows.texts(RecordedEntry::correlationId))
                .param("hashes", rows.bytes(RecordedEntry::hash))
                .update();
        jdbc.sql(sql.get("enqueue"))
                .param("families", families)
                .param("subjects", subjects)
                .param("seqs", seqs)
                .update();
    }

    Map<Subject, byte[]> hashes(Map<Subject, Integer> at) {
        List<Map.Entry<Subject, Integer>> wanted = List.copyOf(at.entrySet());
        Map<Subject, byte[]> found = new HashMap<>();
        jdbc.sql(sql.get("hashes"))
                .param(
                        "families",
                        wanted.stream().mapToLong(e -> e.getKey().family()).toArray())
                .param("subjects", wanted.stream().map(e -> e.getKey().text()).toArray(String[]::new))
                .param("seqs", wanted.stream().mapToInt(Map.Entry::getValue).toArray())
                .query((rs, row) -> found.put(
                        new Subject(rs.getLong("order_number"), rs.getString("subject")), rs.getBytes("hash")))
                .list();
        if (found.size() != at.size()) {
            throw new IllegalStateException("the journal has no entry to follow for one of " + at
                    + ": a state was changed without an entry, or an entry was numbered twice");
        }
        return found;
    }

    List<RecordedEntry> entriesOf(Subject subject, int afterSeq, int limit) {
        return jdbc.sql(sql.get("entriesOf"))
                .param("family", subject.family())
                .param("subject", subject.text())
                .param("afterSeq", afterSeq)
                .param("limit", limit)
                .query((rs, row) -> entry(rs))
                .list();
    }

    /** What belongs to an order, by its own name. */
    Optional<Subject> findPlaced(String text) {
        return jdbc.sql(sql.get("findPlaced"))
                .param("subject", text)
                .query((rs, row) -> new Subject(rs.getLong("order_number"), rs.getString("subject")))
                .optional();
    }

    List<RecordedEntry> list(JournalQuery query) {
        JournalQuery.Position after = query.after();
        Subject subject = query.subject();
        OrderNumber order = query.order();
        return jdbc.sql(sql.get("list"))
                .param("afterFamily", after == null ? -1 : after.subject().family())
                .param("afterSubject", after == null ? "" : after.subject().text())
                .param("afterSeq", after == null ? 0 : after.seq())
                .param("family", subject == null ? null : subject.family())
                .param("subject", subject == null ? null : subject.text())
                .param("order", order == null ? null : order.value())
                .param("actor", query.actor())
                .param("from", query.from() == null ? null : query.from().toString())
                .param("to", query.to() == null ? null : query.to().toString())
                .param("limit", query.limit())
                .query((rs, row) -> entry(rs))
                .list();
    }

    /** Walks entries in chain order, page by page, until the reader has seen enough. */
    void stream(@Nullable Subject subject, Predicate<RecordedEntry> reader) {
        long family = subject == null ? -1 : subject.family();
        String text = subject == null ? "" : subject.text();
        int seq = 0;
        while (true) {
            List<RecordedEntry> page = subject == null ? pageAfter(family, text, seq) : entriesOf(subject, seq, PAGE);
            for (RecordedEntry entry : page) {
                if (!reader.test(entry)) {
                    return;
                }
            }
            if (page.size() < PAGE) {
                return;
            }
            RecordedEntry last = page.getLast();
            family = last.subject().family();
            text = last.subject().text();
            seq = last.seq();
        }
    }

    private List<RecordedEntry> pageAfter(long family, String subject, int seq) {
        try (Stream<RecordedEntry> rows = jdbc
                .sql(sql.get("pageAfter"))
                .param("family", family)
                .param("subject", subject)
                .param("seq", seq)
                .param("limit", PAGE)
                .query((rs, row) -> entry(rs))
                .stream()) {
            return rows.toList();
        }
    }

    private static RecordedEntry entry(ResultSet rs) throws SQLException {
        return new RecordedEntry(
                new Subject(rs.getLong("order_number"), rs.getString("subject")),
                rs.getInt("seq"),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                new Deed.Actor(rs.getString("actor_type"), rs.getString("actor_id")),
                rs.getString("channel"),
                rs.getString("type"),
                rs.getString("from_state"),
                rs.getString("to_state"),
                rs.getString("data"),
                rs.getString("correlation_id"),
                rs.getBytes("hash"));
    }
}

package io.braid.store;

import io.braid.store.Idempotency.Answer;
import io.braid.store.Idempotency.Kept;
import io.braid.store.Idempotency.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code idempotency}. Headers are kept as lines {@code name: value}. */
final class IdempotencyStore {
    private static final Sql SQL = Sql.of("store/idempotency");
    private static final String CLAIM = SQL.get("claim");
    private static final String FIND = SQL.get("find");
    private static final String KEEP = SQL.get("keep");
    private static final String RELEASE = SQL.get("release");
    private static final String FORGET = SQL.get("forget");
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcClient jdbc;

    IdempotencyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the keys nobody has; waits for those that another transaction is about to take. */
    Set<Name> claim(List<Idempotency.Key> keys, Instant now, Instant expiredBefore) {
        try {
            return new HashSet<>(jdbc.sql(CLAIM)
                    .param("principals", texts(keys, Idempotency.Key::principal))
                    .param("keys", texts(keys, Idempotency.Key::text))
                    .param(
                            "hashes",
                            keys.stream().map(Idempotency.Key::requestHash).toArray(byte[][]::new))
                    .param("now", now.toString())
                    .param("expiredBefore", expiredBefore.toString())
                    .query((row, n) -> new Name(row.getString(1), row.getString(2)))
                    .list());
        } catch (DataAccessException e) {
            if (isLockTimeout(e)) {
                throw new Idempotency.Busy();
            }
            throw e;
        }
    }

    Map<Name, Kept> find(List<Idempotency.Key> keys) {
        return jdbc
                .sql(FIND)
                .param("principals", texts(keys, Idempotency.Key::principal))
                .param("keys", texts(keys, Idempotency.Key::text))
                .query((row, n) -> kept(row))
                .list()
                .stream()
                .collect(Collectors.toMap(k -> k.key().name(), Function.identity()));
    }

    void keep(List<Kept> answers) {
        List<Idempotency.Key> keys = answers.stream().map(Kept::key).toList();
        int kept = jdbc.sql(KEEP)
                .param("principals", texts(keys, Idempotency.Key::principal))
                .param("keys", texts(keys, Idempotency.Key::text))
                .param(
                        "statuses",
                        answers.stream().mapToInt(a -> a.answer().status()).toArray())
                .param("headers", texts(answers, a -> lines(a.answer().headers())))
                .param("bodies", answers.stream().map(a -> a.answer().body()).toArray(byte[][]::new))
                .update();
        if (kept != answers.size()) {
            throw new IllegalStateException(
                    kept + " of " + answers.size() + " answers kept. Maybe a key was not claimed first.");
        }
    }

    void release(List<Idempotency.Key> keys) {
        jdbc.sql(RELEASE)
                .param("principals", texts(keys, Idempotency.Key::principal))
                .param("keys", texts(keys, Idempotency.Key::text))
                .update();
    }

    int forget(Instant expiredBefore) {
        return jdbc.sql(FORGET).param("expiredBefore", expiredBefore.toString()).update();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new Idempotency.Key(row.getString("principal"), row.getString("key"), row.getBytes("request_hash")),
                new Answer(row.getInt("status"), headers(row.getString("headers")), row.getBytes("body")));
    }

    private static <T> String[] texts(List<T> list, Function<T, String> text) {
        return list.stream().map(text).toArray(String[]::new);
    }

    private static String lines(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(h -> h.getKey() + ": " + h.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> headers(String lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        lines.lines().forEach(line -> {
            int colon = line.indexOf(": ");
            headers.put(line.substring(0, colon), line.substring(colon + 2));
        });
        return headers;
    }

    private static boolean isLockTimeout(@Nullable Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}

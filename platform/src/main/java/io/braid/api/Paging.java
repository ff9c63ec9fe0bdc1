package io.braid.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted; handlers of lists take it as an argument. Pages follow keys, never offsets: the
 * cursor holds the key values of the last row, opaque to callers, and a check of them and of the list they are of, so
 * that what was edited, or comes from another list, is told from what was answered. One row more than the page is
 * fetched, to know whether another page follows.
 */
record Paging(int limit, @Nullable String cursor, String list) {
    private static final int LIMIT_STANDARD = 50;
    private static final int LIMIT_MAX = 500;
    private static final int CURSOR_LENGTH_MAX = 2_000;
    private static final char SEPARATOR = '\u001f';

    static Paging of(@Nullable String limit, @Nullable String cursor, String list) {
        return new Paging(limit == null ? LIMIT_STANDARD : limit(limit), cursor, list);
    }

    private static int limit(String text) {
        int limit = 0;
        for (int i = 0; i < text.length() && limit <= LIMIT_MAX; i++) {
            int digit = text.charAt(i) - '0';
            limit = digit < 0 || digit > 9 ? LIMIT_MAX + 1 : limit * 10 + digit;
        }
        if (limit < 1 || limit > LIMIT_MAX) {
            throw Declined.badParameter("limit", "a whole number from 1 to " + LIMIT_MAX + " is wanted");
        }
        return limit;
    }

    /** For lists with large rows: a page is never longer than this, whatever was asked. */
    Paging atMost(int most) {
        return new Paging(Math.min(limit, most), cursor, list);
    }

    /** How many rows to fetch. */
    int fetch() {
        return limit + 1;
    }

    /** The key after which the page begins, null for the first page; what the reader refuses is a bad cursor. */
    <K> @Nullable K after(Function<List<String>, K> key) {
        if (cursor == null) {
            return null;
        }
        try {
            return key.apply(values(cursor));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            throw Declined.badParameter("cursor", "it is not one that was answered as nextCursor");
        }
    }

    /** The same, where the key is an id. */
    @Nullable
    UUID afterId() {
        return after(key -> UUID.fromString(key.getFirst()));
    }

    /** Cuts the rows fetched to the page; the key of a row is what its order is by, as texts. */
    <R, V> Page<V> page(List<R> rows, Function<? super R, V> view, Function<? super R, List<String>> key) {
        boolean last = rows.size() <= limit;
        List<R> shown = last ? rows : rows.subList(0, limit);
        List<V> items = new ArrayList<>(shown.size());
        for (R row : shown) {
            items.add(view.apply(row));
        }
        return new Page<>(items, last ? null : cursor(key.apply(shown.getLast())));
    }

    private String cursor(List<String> values) {
        String text = String.join(String.valueOf(SEPARATOR), values);
        byte[] bytes = (text + SEPARATOR + check(text)).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String check(String text) {
        CRC32 sum = new CRC32();
        sum.update((list + SEPARATOR + text).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    private List<String> values(String cursor) {
        if (cursor.length() > CURSOR_LENGTH_MAX) {
            throw new IllegalArgumentException("too long");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
                    .toString();
            int end = text.lastIndexOf(SEPARATOR);
            String values = text.substring(0, Math.max(0, end));
            if (end < 0 || !text.substring(end + 1).equals(check(values)) || values.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("edited");
            }
            return List.of(values.split(String.valueOf(SEPARATOR), -1));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not UTF-8", e);
        }
    }
}

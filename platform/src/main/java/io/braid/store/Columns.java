package io.braid.store;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The columns of a list of rows as arrays, for statements that {@code unnest} them. */
public final class Columns<T> {
    private final List<T> rows;

    private Columns(List<T> rows) {
        this.rows = rows;
    }

    public static <T> Columns<T> of(List<T> rows) {
        return new Columns<>(rows);
    }

    /** Texts, and everything PostgreSQL casts from text: numerics, times, dates, JSON. */
    public @Nullable String[] texts(Function<? super T, ? extends @Nullable Object> column) {
        @Nullable String[] values = new String[rows.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = column.apply(rows.get(i));
            values[i] = value == null ? null : value.toString();
        }
        return values;
    }

    public int[] ints(ToIntFunction<? super T> column) {
        return rows.stream().mapToInt(column).toArray();
    }

    public long[] longs(ToLongFunction<? super T> column) {
        return rows.stream().mapToLong(column).toArray();
    }

    public byte[][] bytes(Function<? super T, byte[]> column) {
        return rows.stream().map(column).toArray(byte[][]::new);
    }
}

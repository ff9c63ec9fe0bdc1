package io.braid.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a stream of any length, each of bounded length. A line that is too long ends the reading. */
final class Lines {
    /** One order of five hundred lines with attributes stays below; more is no order. */
    private static final int LENGTH_MAX = 1 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int from;
    private int to;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** A line without its end, counted from 1. */
    record Line(long number, byte[] bytes) {
        boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        while (true) {
            if (from == to && !fill()) {
                return line.size() == 0 ? null : new Line(++number, line.toByteArray());
            }
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, from, end - from);
            if (line.size() > LENGTH_MAX) {
                throw new Declined(Problem.of(
                        413,
                        "line-too-long",
                        "line " + (number + 1) + " is longer than " + LENGTH_MAX
                                + " bytes; everything before it was handled"));
            }
            from = Math.min(end + 1, to);
            if (end < to) {
                return new Line(++number, line.toByteArray());
            }
        }
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(in.read(buffer), 0);
        return to > 0;
    }
}

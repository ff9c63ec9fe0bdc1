package io.braid.inventory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream, counted from 1, in constant memory: a line beyond the limit is passed over and handed out
 * without its text, so that one bad line costs that line and nothing else.
 */
final class FeedLines {
    /** Ten times the longest row that could be right. */
    static final int LINE_BYTES_MAX = 4_096;

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int end;
    private long number;

    FeedLines(InputStream in) {
        this.in = in;
    }

    /**
     * One line.
     *
     * @param text null when it is longer than the limit
     */
    record Line(long number, @Nullable String text) {}

    /** The next line, null at the end. */
    @Nullable
    Line next() throws IOException {
        byte[] line = new byte[256];
        int length = 0;
        boolean any = false;
        while (position < end || fill()) {
            any = true;
            byte b = buffer[position++];
            if (b == '\n') {
                break;
            }
            if (length <= LINE_BYTES_MAX) {
                if (length == line.length) {
                    line = Arrays.copyOf(line, length * 2);
                }
                line[length] = b;
            }
            length++;
        }
        if (!any) {
            return null;
        }
        number++;
        return new Line(number, length > LINE_BYTES_MAX ? null : text(line, length));
    }

    private String text(byte[] line, int length) {
        int last = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        String text = new String(line, 0, last, StandardCharsets.UTF_8);
        return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}

package io.braid.inventory;

import io.braid.kernel.Quantity;
import io.braid.kernel.Sku;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a feed, chunk by chunk, in the order of the file; blank lines are no rows. */
final class FeedRows {
    /** The fields a row may have, in the order of a table's header. */
    static final List<String> FIELDS = List.of("sku", "onHand", "safetyStock", "asOf");

    private static final int SHOWN_MAX = 60;

    private final FeedLines lines;
    private final LineFormat format;
    private final Instant now;

    private FeedRows(FeedLines lines, LineFormat format, Instant now) {
        this.lines = lines;
        this.format = format;
        this.now = now;
    }

    /** How one line names its fields. */
    interface LineFormat {
        /** The fields that are there; throws {@link RowFault} when the line cannot be read. */
        Map<String, String> fields(String line);
    }

    /** What is wrong with a row, for the person who wrote it. */
    static final class RowFault extends RuntimeException {
        RowFault(String message) {
            super(message, null, false, false);
        }
    }

    /** Reads what comes before the rows; throws {@link RowFault} when the file as a whole cannot be read. */
    static FeedRows open(StockSource source, InputStream in, Instant now) throws IOException {
        FeedLines lines = new FeedLines(in);
        LineFormat format = switch (source) {
            case CSV -> CsvLines.withHeader(header(lines));
            case NDJSON -> new NdjsonLines();
            case API -> throw new IllegalArgumentException("a feed is a file: CSV or NDJSON");
        };
        return new FeedRows(lines, format, now);
    }

    private static @Nullable String header(FeedLines lines) throws IOException {
        FeedLines.Line first = lines.next();
        return first == null ? null : first.text();
    }

    /** The next rows; empty at the end. */
    List<FeedRow> next(int rows) throws IOException {
        List<FeedRow> chunk = new ArrayList<>(rows);
        while (chunk.size() < rows) {
            FeedLines.Line line = lines.next();
            if (line == null) {
                break;
            }
            if (line.text() == null) {
                chunk.add(bad(line.number(), null, "the line is longer than " + FeedLines.LINE_BYTES_MAX + " bytes"));
            } else if (!line.text().isBlank()) {
                chunk.add(row(line.text(), line.number()));
            }
        }
        return chunk;
    }

    private FeedRow row(String line, long number) {
        Sku sku = null;
        try {
            Map<String, String> fields = format.fields(line);
            sku = new Sku(required(fields, "sku"));
            Quantity onHand = quantity("onHand", required(fields, "onHand"));
            String safetyStock = fields.get("safetyStock");
            String asOf = fields.get("asOf");
            return new FeedRow.Good(
                    number,
                    sku,
                    onHand,
                    safetyStock == null ? null : quantity("safetyStock", safetyStock),
                    asOf == null ? null : instant(asOf));
        } catch (RowFault | IllegalArgumentException e) {
            return bad(number, sku, String.valueOf(e.getMessage()));
        }
    }

    private static FeedRow bad(long line, @Nullable Sku sku, String reason) {
        return new FeedRow.Bad(line, new FeedFault(line, sku, reason));
    }

    private static String required(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new RowFault(name + " is missing");
        }
        return value;
    }

    private static Quantity quantity(String name, String text) {
        // Nine digits hold every permitted quantity and no number that an int does not.
        if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new RowFault(
                    name + " '" + shown(text) + "' is not a whole number between 0 and " + Quantity.UNITS_MAX);
        }
        int units = Integer.parseInt(text);
        if (units > Quantity.UNITS_MAX) {
            throw new RowFault(name + " " + text + " is more than " + Quantity.UNITS_MAX);
        }
        return new Quantity(units);
    }

    private Instant instant(String text) {
        Instant asOf;
        try {
            asOf = Instant.parse(text);
        } catch (DateTimeException e) {
            throw new RowFault("asOf '" + shown(text) + "' is not an instant such as 2026-11-23T10:15:30Z");
        }
        if (Counts.isOutOfTime(asOf, now)) {
            throw new RowFault("asOf " + text + " is before 2000 or in the future: it is now " + now);
        }
        return asOf;
    }

    static String shown(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= SHOWN_MAX ? plain : plain.substring(0, SHOWN_MAX) + "…";
    }
}

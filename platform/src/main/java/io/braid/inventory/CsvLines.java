package io.braid.inventory;

import io.braid.inventory.FeedRows.LineFormat;
import io.braid.inventory.FeedRows.RowFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table with a header, fields parted by commas, with or without quotes. One line is one row, always: none of the
 * fields can hold a line break, and so a stray quote costs its own row and not the rest of the file.
 */
final class CsvLines implements LineFormat {
    private final List<String> columns;

    private CsvLines(List<String> columns) {
        this.columns = columns;
    }

    static CsvLines withHeader(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new RowFault("The file is empty; its first line should name the columns: sku,onHand");
        }
        List<String> columns = parse(header).stream().map(CsvLines::named).toList();
        for (String column : columns) {
            if (!FeedRows.FIELDS.contains(column)) {
                throw new RowFault("There is no column '" + FeedRows.shown(column) + "'; a feed has sku,onHand and may "
                        + "have safetyStock,asOf, named in its first line.");
            }
        }
        if (!columns.containsAll(List.of("sku", "onHand"))
                || columns.stream().distinct().count() < columns.size()) {
            throw new RowFault("The first line should name the columns sku,onHand and may name safetyStock,asOf, "
                    + "each once; it is '" + FeedRows.shown(header) + "'.");
        }
        return new CsvLines(columns);
    }

    /** The column that is meant, however it is capitalised. */
    private static String named(String column) {
        return FeedRows.FIELDS.stream()
                .filter(column::equalsIgnoreCase)
                .findFirst()
                .orElse(column);
    }

    @Override
    public Map<String, String> fields(String line) {
        List<String> values = parse(line);
        if (values.size() != columns.size()) {
            throw new RowFault("the row has " + values.size() + " fields, and the header names " + columns.size());
        }
        Map<String, String> fields = new HashMap<>();
        IntStream.range(0, values.size())
                .filter(i -> !values.get(i).isEmpty())
                .forEach(i -> fields.put(columns.get(i), values.get(i)));
        return fields;
    }

    private static List<String> parse(String line) {
        List<String> values = new ArrayList<>(FeedRows.FIELDS.size());
        int start = 0;
        while (start <= line.length()) {
            int comma = line.indexOf(',', start);
            int end = comma < 0 ? line.length() : comma;
            values.add(unquoted(line.substring(start, end).strip()));
            start = end + 1;
        }
        return values;
    }

    private static String unquoted(String field) {
        boolean isQuoted = field.length() >= 2 && field.startsWith("\"") && field.endsWith("\"");
        return isQuoted ? field.substring(1, field.length() - 1).strip() : field;
    }
}

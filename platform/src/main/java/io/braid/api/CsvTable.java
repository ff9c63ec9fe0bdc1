package io.braid.api;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.braid.kernel.Texts;
import io.braid.store.ImportLine;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of any length (RFC 4180: commas, quotes, UTF-8 with or without a byte order mark) read line by line under
 * its header row. A header that does not fit refuses the file before anything is read; a line that does not fit is
 * handed on as broken; text that is not UTF-8, or a quote that never closes, ends the reading at that line.
 */
final class CsvTable {
    private static final int FIELD_CHARACTERS_MAX = 10_000;
    private static final int RECORD_CHARACTERS_MAX = 100_000;
    private static final int COLUMNS_MAX = 200;
    private static final int BUFFER_CHARACTERS_MAX = 262_144;

    private final CloseableIterator<CsvRecord> records;
    private final List<String> header;
    private long lastLine = 1;
    private boolean cutOff;

    private CsvTable(CloseableIterator<CsvRecord> records, List<String> header) {
        this.records = records;
        this.header = header;
    }

    /** Reads the header row; refuses a file without it, with unknown columns, or without a required one. */
    static CsvTable open(InputStream body, CsvColumns columns) {
        InputStreamReader text = new InputStreamReader(
                body,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        CsvRecordHandler handler = CsvRecordHandler.of(limits ->
                limits.maxFields(COLUMNS_MAX).maxFieldSize(FIELD_CHARACTERS_MAX).maxRecordSize(RECORD_CHARACTERS_MAX));
        CloseableIterator<CsvRecord> records = CsvReader.builder()
                .maxBufferSize(BUFFER_CHARACTERS_MAX)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(handler, text)
                .iterator();
        return new CsvTable(records, header(records, columns));
    }

    private static List<String> header(Iterator<CsvRecord> records, CsvColumns columns) {
        try {
            if (!records.hasNext()) {
                throw badHeader("the file is empty; its first line must name the columns: " + columns);
            }
            List<String> header = records.next().getFields().stream()
                    .map(name -> columns.named(name.replace("\uFEFF", "").strip()))
                    .toList();
            checkSeparator(header);
            columns.check(header);
            return header;
        } catch (UncheckedIOException | CsvParseException e) {
            throw badHeader("the file cannot be read as CSV: " + why(e));
        }
    }

    /** Spreadsheets of some countries write another sign between the fields. */
    private static void checkSeparator(List<String> header) {
        if (header.size() != 1) {
            return;
        }
        for (String sign : List.of(";", "\t", "|")) {
            if (header.getFirst().contains(sign)) {
                String shown = sign.equals("\t") ? "a tab" : "'" + sign + "'";
                throw badHeader("the columns are separated by " + shown
                        + ", not by commas. Save it as CSV with commas, and a point in numbers, and send it again");
            }
        }
    }

    static Declined badHeader(String detail) {
        return new Declined(Problem.of(422, "bad-csv-header", detail));
    }

    /** Each line as the reader makes it of its fields; what the reader refuses is a broken line. */
    <T> Iterator<ImportLine<T>> lines(Function<CsvLine, T> reader) {
        return new Iterator<>() {
            private @Nullable ImportLine<T> next = read(reader);

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public ImportLine<T> next() {
                ImportLine<T> line = next;
                if (line == null) {
                    throw new NoSuchElementException();
                }
                next = cutOff ? null : read(reader);
                return line;
            }
        };
    }

    private <T> @Nullable ImportLine<T> read(Function<CsvLine, T> reader) {
        try {
            return records.hasNext() ? line(records.next(), reader) : null;
        } catch (UncheckedIOException | CsvParseException e) {
            cutOff = true;
            return new ImportLine.Broken<>(lastLine + 1, "The file cannot be read from about this line on: " + why(e));
        }
    }

    private <T> ImportLine<T> line(CsvRecord row, Function<CsvLine, T> reader) {
        lastLine = row.getStartingLineNumber();
        if (row.getFieldCount() != header.size()) {
            return new ImportLine.Broken<>(
                    lastLine, "has " + row.getFieldCount() + " fields, the header has " + header.size());
        }
        try {
            return new ImportLine.Parsed<>(lastLine, reader.apply(new CsvLine(header, row.getFields())));
        } catch (IllegalArgumentException e) {
            return new ImportLine.Broken<>(lastLine, String.valueOf(e.getMessage()));
        }
    }

    private static String why(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return "it is not UTF-8. Save it as CSV UTF-8 and send it again.";
            }
        }
        return e instanceof CsvParseException parse ? why(parse) : "the upload broke off";
    }

    /** The reader's own words are about its settings; these are about the file. */
    private static String why(CsvParseException e) {
        String told = Stream.<@Nullable Throwable>iterate(
                        e, Objects::nonNull, cause -> cause == null ? null : cause.getCause())
                .map(cause -> String.valueOf(cause == null ? null : cause.getMessage()))
                .collect(Collectors.joining(" "));
        if (told.contains("Unclosed quoted field") || told.contains("a quotation begins but does not")) {
            return "a quote (\") is opened there and never closed";
        }
        if (told.contains("after closing quote")) {
            return "text follows behind a closing quote; a quote within a quoted field is written twice";
        }
        if (told.contains("limit of")) {
            return "a line has more than " + COLUMNS_MAX + " fields";
        }
        return told.contains("exceeds the max")
                ? "a field has more than " + FIELD_CHARACTERS_MAX + " characters, or a line more than "
                        + RECORD_CHARACTERS_MAX + "; maybe a quote is never closed"
                : Texts.shown(told);
    }

    /** The columns a file may have. */
    record CsvColumns(List<String> required, List<String> optional, String openPrefix) {
        /** Columns and no others. */
        static CsvColumns of(List<String> required, List<String> optional) {
            return new CsvColumns(required, optional, "");
        }

        /** The column that is meant, however it is capitalised; families keep what their names say. */
        private String named(String name) {
            return Stream.concat(required.stream(), optional.stream())
                    .filter(column -> column.equalsIgnoreCase(name))
                    .findFirst()
                    .orElse(name);
        }

        private void check(List<String> header) {
            Set<String> seen = new HashSet<>();
            for (String name : header) {
                if (!isKnown(name)) {
                    throw badHeader("unknown column '" + Texts.shown(name) + "'; there are " + this);
                }
                if (!seen.add(name)) {
                    throw badHeader("column '" + name + "' occurs twice");
                }
            }
            List<String> missing =
                    required.stream().filter(name -> !seen.contains(name)).toList();
            if (!missing.isEmpty()) {
                throw badHeader("missing columns: " + String.join(", ", missing) + "; there are " + this);
            }
        }

        private boolean isKnown(String name) {
            return required.contains(name)
                    || optional.contains(name)
                    || (!openPrefix.isEmpty() && name.startsWith(openPrefix) && name.length() > openPrefix.length());
        }

        @Override
        public String toString() {
            String all = String.join(", ", required) + " (required)"
                    + (optional.isEmpty() ? "" : ", " + String.join(", ", optional));
            return openPrefix.isEmpty() ? all : all + ", " + openPrefix + "<name>";
        }
    }
}

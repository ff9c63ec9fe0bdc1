package io.braid.api;

import io.braid.criteria.CriteriaRow;
import io.braid.criteria.CriteriaTable;
import io.braid.kernel.CountryCode;
import io.braid.kernel.LocationCode;
import io.braid.kernel.PostalCode;
import io.braid.kernel.Sku;
import io.braid.kernel.Texts;
import io.braid.routing.Lexicon;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads the lines of one table's CSV file. */
record CriteriaLines(CriteriaTable table) {
    private static final int TEXT_LENGTH_MAX = 500;

    CriteriaRow row(CsvLine line) {
        LocalDate from = line.find("validFrom", FieldReader::date);
        LocalDate to = line.find("validTo", FieldReader::date);
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("validTo " + to + " is before validFrom " + from);
        }
        String value = value(line);
        return switch (table.keyedBy()) {
            case LOCATION -> new CriteriaRow(new CriteriaRow.Key(location(line), "", "", "", from), "", to, value);
            case PRODUCT -> new CriteriaRow(new CriteriaRow.Key("", sku(line), "", "", from), "", to, value);
            case LOCATION_AND_PRODUCT ->
                new CriteriaRow(new CriteriaRow.Key(location(line), sku(line), "", "", from), "", to, value);
            case POSTAL_CODE -> range(line, from, to, value);
        };
    }

    private static String location(CsvLine line) {
        return line.read("location", LocationCode::new).text();
    }

    private static String sku(CsvLine line) {
        return line.read("sku", Sku::new).text();
    }

    private static CriteriaRow range(
            CsvLine line, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String value) {
        CountryCode country = line.read("country", CountryCode::new);
        String first = line.read("postalFrom", code -> postalCode(country, code));
        String end = line.find("postalTo", code -> postalCode(country, code));
        String last = end == null ? first : end;
        if (last.compareTo(first) < 0) {
            throw new IllegalArgumentException("postalTo " + last + " comes before postalFrom " + first);
        }
        return new CriteriaRow(new CriteriaRow.Key("", "", country.text(), first, from), last, to, value);
    }

    /** Orders' codes are looked up without their ZIP+4, so a row that is kept by one would stand for all of its ZIP. */
    private static String postalCode(CountryCode country, String text) {
        String code = PostalCode.parse(country, text).code();
        if (text.chars().filter(Character::isLetterOrDigit).count() > code.length()) {
            throw new IllegalArgumentException("'" + Texts.shown(text)
                    + "' is finer than what orders are looked up by; rows stand for whole codes, here " + code);
        }
        return code;
    }

    private @Nullable String value(CsvLine line) {
        Lexicon.Kind kind = table.kind();
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case TEXT -> line.text("value", TEXT_LENGTH_MAX);
            case NUMBER -> line.read("value", CriteriaLines::number);
            case BOOLEAN -> {
                Boolean truth = line.findTruth("value");
                if (truth == null) {
                    throw new IllegalArgumentException("value is required");
                }
                yield truth.toString();
            }
        };
    }

    private static String number(String text) {
        if (!text.matches("-?[0-9]{1,15}(\\.[0-9]{1,9})?")) {
            throw new IllegalArgumentException("'" + Texts.shown(text) + "' is not a number such as 12.5");
        }
        return text;
    }
}

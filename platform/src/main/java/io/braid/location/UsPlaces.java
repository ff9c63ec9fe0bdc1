package io.braid.location;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.braid.kernel.CountryCode;
import io.braid.kernel.GeoPoint;
import io.braid.kernel.PostalCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The built-in table of US postal codes: GeoNames, CC BY 4.0. */
final class UsPlaces {
    private static final String TABLE = "/geo/us-postal.csv.gz";

    private UsPlaces() {}

    static List<Place> read() {
        CountryCode country = new CountryCode("US");
        try (InputStream packed = UsPlaces.class.getResourceAsStream(TABLE)) {
            if (packed == null) {
                throw new IllegalStateException(TABLE + " is not on the class path. Maybe the build is incomplete.");
            }
            InputStreamReader text = new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8);
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
                return rows.stream().map(row -> place(country, row)).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Place place(CountryCode country, NamedCsvRecord row) {
        return new Place(
                new PostalCode(country, row.getField("zip")),
                row.getField("place"),
                row.getField("state"),
                new GeoPoint(
                        Double.parseDouble(row.getField("latitude")), Double.parseDouble(row.getField("longitude"))));
    }
}

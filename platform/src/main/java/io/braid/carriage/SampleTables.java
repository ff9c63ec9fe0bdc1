package io.braid.carriage;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.braid.carriage.CarrierRow.Calendar;
import io.braid.carriage.CarrierRow.Origin;
import io.braid.carriage.CarrierRow.Rate;
import io.braid.carriage.CarrierRow.Reach;
import io.braid.carriage.CarrierRow.Transit;
import io.braid.carriage.CarrierRow.Zone;
import io.braid.journal.Deed;
import io.braid.kernel.Money;
import io.braid.store.ImportLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The built-in carrier {@code SAMPLE}: figures invented for trying Braid out, of the size that US parcel carriers ask.
 * It is loaded once, where no service is known; whoever brings tables of their own switches it off.
 */
final class SampleTables {
    private SampleTables() {}

    static void loadInto(Carriers carriers, Deed deed) {
        if (carriers.isEmpty()) {
            carriers.importCalendars(deed, rows("calendars", SampleTables::calendar));
            carriers.importZones(deed, TableMode.INCREMENTAL, rows("zones", SampleTables::zone));
            carriers.importTransits(deed, TableMode.INCREMENTAL, rows("transit", SampleTables::transit));
            carriers.importRates(deed, TableMode.INCREMENTAL, rows("rates", SampleTables::rate));
        }
    }

    private static <R> Iterator<ImportLine<R>> rows(String file, Function<NamedCsvRecord, R> reader) {
        String path = "/carriage/sample-" + file + ".csv";
        try (InputStream in = SampleTables.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not on the class path. Maybe the build is incomplete.");
            }
            try (CsvReader<NamedCsvRecord> rows =
                    CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                List<ImportLine<R>> read = rows.stream()
                        .<ImportLine<R>>map(
                                row -> new ImportLine.Parsed<>(row.getStartingLineNumber(), reader.apply(row)))
                        .toList();
                return read.iterator();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServiceCode service(NamedCsvRecord row) {
        return new ServiceCode(row.getField("carrier"), row.getField("service"));
    }

    private static Calendar calendar(NamedCsvRecord row) {
        return new Calendar(
                service(row),
                row.getField("name"),
                days(row.getField("pickupDays")),
                LocalTime.parse(row.getField("latestPickup")),
                days(row.getField("deliveryDays")),
                Stream.of(row.getField("holidays").split(" "))
                        .map(LocalDate::parse)
                        .collect(Collectors.toSet()),
                true);
    }

    private static Set<DayOfWeek> days(String text) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> text.contains(day.name().substring(0, 3)))
                .collect(Collectors.toSet());
    }

    private static Zone zone(NamedCsvRecord row) {
        return new Zone(
                row.getField("carrier"),
                "",
                new Origin(row.getField("originCountry"), "", ""),
                new Reach(
                        row.getField("destinationCountry"),
                        "",
                        "",
                        Integer.parseInt(row.getField("minKm")),
                        Integer.parseInt(row.getField("maxKm"))),
                row.getField("zone"));
    }

    private static Transit transit(NamedCsvRecord row) {
        return new Transit(service(row), row.getField("zone"), Integer.parseInt(row.getField("days")));
    }

    private static Rate rate(NamedCsvRecord row) {
        return new Rate(
                service(row),
                row.getField("zone"),
                Integer.parseInt(row.getField("upToGrams")),
                Money.of(row.getField("amount"), row.getField("currency")),
                null);
    }
}

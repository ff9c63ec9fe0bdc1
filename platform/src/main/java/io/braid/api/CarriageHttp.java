package io.braid.api;

import io.braid.api.CsvTable.CsvColumns;
import io.braid.carriage.CarrierRow;
import io.braid.carriage.CarrierRow.Calendar;
import io.braid.carriage.CarrierRow.Origin;
import io.braid.carriage.CarrierRow.Rate;
import io.braid.carriage.CarrierRow.Reach;
import io.braid.carriage.CarrierRow.Transit;
import io.braid.carriage.CarrierRow.Zone;
import io.braid.carriage.Carriers;
import io.braid.carriage.ServiceCode;
import io.braid.carriage.TableMode;
import io.braid.carriage.TableReport;
import io.braid.journal.Deed;
import io.braid.kernel.Money;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Carriers' tables: services with their calendars, zones, rates, transit days. Each file takes effect as a whole. */
@RestController
@RequestMapping("/api/v1/carriage")
final class CarriageHttp {
    private static final int NAME_LENGTH_MAX = 200;
    private static final CsvColumns CALENDARS = CsvColumns.of(
            List.of("carrier", "service", "pickupDays", "latestPickup", "deliveryDays"),
            List.of("name", "holidays", "active"));
    private static final CsvColumns ZONES = CsvColumns.of(
            List.of("carrier", "zone"),
            List.of(
                    "service",
                    "originCountry",
                    "originRegion",
                    "originPrefix",
                    "destinationCountry",
                    "destinationFrom",
                    "destinationTo",
                    "minKm",
                    "maxKm"));
    private static final CsvColumns RATES = CsvColumns.of(
            List.of("carrier", "service", "zone", "upToGrams", "amount", "currency"), List.of("perExtraKg"));
    private static final CsvColumns TRANSITS = CsvColumns.of(List.of("carrier", "service", "zone", "days"), List.of());

    private final Carriers carriers;

    CarriageHttp(Carriers carriers) {
        this.carriers = carriers;
    }

    record CalendarView(
            String carrier,
            String service,
            String name,
            List<String> pickupDays,
            LocalTime latestPickup,
            List<String> deliveryDays,
            List<LocalDate> holidays,
            boolean active) {
        static CalendarView of(Calendar row) {
            return new CalendarView(
                    row.code().carrier(),
                    row.code().service(),
                    row.name(),
                    week(row.pickupDays()),
                    row.latestPickup(),
                    week(row.deliveryDays()),
                    row.holidays().stream().sorted().toList(),
                    row.active());
        }

        /** As they are imported, and as locations tell theirs. */
        private static List<String> week(Set<DayOfWeek> days) {
            return days.stream().sorted().map(day -> day.name().substring(0, 3)).toList();
        }
    }

    record ZoneView(String carrier, @Nullable String service, Origin origin, Reach destination, String zone) {
        static ZoneView of(Zone row) {
            return new ZoneView(
                    row.carrier(),
                    row.service().isEmpty() ? null : row.service(),
                    row.origin(),
                    row.reach(),
                    row.zone());
        }
    }

    record RateView(
            String carrier,
            String service,
            String zone,
            int upToGrams,
            Money amount,
            @Nullable Money perExtraKg) {
        static RateView of(Rate row) {
            return new RateView(
                    row.code().carrier(),
                    row.code().service(),
                    row.zone(),
                    row.upToGrams(),
                    row.amount(),
                    row.perExtraKg());
        }
    }

    record TransitView(String carrier, String service, String zone, int days) {
        static TransitView of(Transit row) {
            return new TransitView(row.code().carrier(), row.code().service(), row.zone(), row.days());
        }
    }

    @GetMapping("/calendars")
    @Needs("carriage:read")
    Page<CalendarView> calendars(Paging paging) {
        return page(paging, carriers::listCalendars, CalendarView::of);
    }

    @GetMapping("/zones")
    @Needs("carriage:read")
    Page<ZoneView> zones(Paging paging) {
        return page(paging, carriers::listZones, ZoneView::of);
    }

    @GetMapping("/rates")
    @Needs("carriage:read")
    Page<RateView> rates(Paging paging) {
        return page(paging, carriers::listRates, RateView::of);
    }

    @GetMapping("/transit")
    @Needs("carriage:read")
    Page<TransitView> transits(Paging paging) {
        return page(paging, carriers::listTransits, TransitView::of);
    }

    private interface Listing<R> {
        List<R> list(String after, int limit);
    }

    private static <R extends CarrierRow, V> Page<V> page(Paging paging, Listing<R> listing, Function<R, V> view) {
        String after = paging.after(List::getFirst);
        return paging.page(listing.list(after == null ? "" : after, paging.fetch()), view, row -> List.of(row.key()));
    }

    /** Services of carriers, and the days on which each fetches and delivers. */
    @PostMapping("/calendars/import")
    @Needs("carriage:write")
    @Streaming
    TableReport importCalendars(InputStream body, Deed deed) {
        return carriers.importCalendars(deed, CsvTable.open(body, CALENDARS).lines(CarriageHttp::calendar));
    }

    /** From where to where is which zone; {@code mode=FULL} replaces all zones of the carriers the file names. */
    @PostMapping("/zones/import")
    @Needs("carriage:write")
    @Streaming
    TableReport importZones(InputStream body, Deed deed, @RequestParam(required = false) @Nullable String mode) {
        TableMode how = mode(mode);
        return carriers.importZones(deed, how, CsvTable.open(body, ZONES).lines(CarriageHttp::zone));
    }

    /** What a parcel of at most a weight costs; {@code mode=FULL} replaces all rates of the carriers it names. */
    @PostMapping("/rates/import")
    @Needs("carriage:write")
    @Streaming
    TableReport importRates(InputStream body, Deed deed, @RequestParam(required = false) @Nullable String mode) {
        TableMode how = mode(mode);
        return carriers.importRates(deed, how, CsvTable.open(body, RATES).lines(CarriageHttp::rate));
    }

    /** Days on the road by service and zone; {@code mode=FULL} replaces those of the carriers the file names. */
    @PostMapping("/transit/import")
    @Needs("carriage:write")
    @Streaming
    TableReport importTransits(InputStream body, Deed deed, @RequestParam(required = false) @Nullable String mode) {
        TableMode how = mode(mode);
        return carriers.importTransits(deed, how, CsvTable.open(body, TRANSITS).lines(CarriageHttp::transit));
    }

    private static TableMode mode(@Nullable String mode) {
        Faults faults = new Faults();
        TableMode said = faults.optionalChoice("/mode", mode, TableMode.class);
        faults.refuseIfAny();
        return Objects.requireNonNullElse(said, TableMode.INCREMENTAL);
    }

    private static ServiceCode service(CsvLine line) {
        return new ServiceCode(line.text("carrier", NAME_LENGTH_MAX), line.text("service", NAME_LENGTH_MAX));
    }

    private static Calendar calendar(CsvLine line) {
        ServiceCode code = service(line);
        Boolean active = line.findTruth("active");
        Set<LocalDate> holidays = line.find("holidays", CarriageHttp::dates);
        return new Calendar(
                code,
                line.find("name") == null ? code.toString() : line.text("name", NAME_LENGTH_MAX),
                line.read("pickupDays", CarriageHttp::days),
                line.read("latestPickup", FieldReader::minute),
                line.read("deliveryDays", CarriageHttp::days),
                holidays == null ? Set.of() : holidays,
                active == null || active);
    }

    private static Set<DayOfWeek> days(String text) {
        return Stream.of(text.split(" +")).map(LocationBody::day).collect(Collectors.toSet());
    }

    private static Set<LocalDate> dates(String text) {
        return Stream.of(text.split(" +")).map(FieldReader::date).collect(Collectors.toSet());
    }

    private static Zone zone(CsvLine line) {
        String from = orEmpty(line.find("destinationFrom"));
        Integer minKm = line.findNumber("minKm", 0, CarrierRow.KM_MAX);
        Integer maxKm = line.findNumber("maxKm", 0, CarrierRow.KM_MAX);
        return new Zone(
                line.text("carrier", NAME_LENGTH_MAX),
                orEmpty(line.find("service")),
                new Origin(
                        orEmpty(line.find("originCountry")),
                        orEmpty(line.find("originRegion")),
                        orEmpty(line.find("originPrefix"))),
                new Reach(
                        orEmpty(line.find("destinationCountry")),
                        from,
                        Objects.requireNonNullElse(line.find("destinationTo"), from),
                        minKm == null ? 0 : minKm,
                        maxKm == null ? CarrierRow.KM_MAX : maxKm),
                line.text("zone", NAME_LENGTH_MAX));
    }

    private static Rate rate(CsvLine line) {
        String currency = line.text("currency", 3);
        return new Rate(
                service(line),
                line.text("zone", NAME_LENGTH_MAX),
                number(line, "upToGrams", 1, CarrierRow.GRAMS_MAX),
                line.read("amount", text -> Money.of(text, currency)),
                line.find("perExtraKg", text -> Money.of(text, currency)));
    }

    private static Transit transit(CsvLine line) {
        return new Transit(
                service(line),
                line.text("zone", NAME_LENGTH_MAX),
                number(line, "days", 0, CarrierRow.TRANSIT_DAYS_MAX));
    }

    private static int number(CsvLine line, String column, int min, int max) {
        Integer number = line.findNumber(column, min, max);
        if (number == null) {
            throw new IllegalArgumentException(column + " is required");
        }
        return number;
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}

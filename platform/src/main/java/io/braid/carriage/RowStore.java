package io.braid.carriage;

import io.braid.carriage.CarrierRow.Calendar;
import io.braid.carriage.CarrierRow.Origin;
import io.braid.carriage.CarrierRow.Rate;
import io.braid.carriage.CarrierRow.Reach;
import io.braid.carriage.CarrierRow.Transit;
import io.braid.carriage.CarrierRow.Zone;
import io.braid.kernel.Money;
import io.braid.store.Columns;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the rows of one table are read and written: the columns of each, by the names that the statements use. */
sealed interface RowStore<R extends CarrierRow> {
    RowStore<Calendar> CALENDARS = new Calendars();
    RowStore<Zone> ZONES = new Zones();
    RowStore<Rate> RATES = new Rates();
    RowStore<Transit> TRANSITS = new Transits();

    /** What its statements begin with, and what its imports are journaled as. */
    String name();

    R read(ResultSet rs) throws SQLException;

    Map<String, @Nullable Object> columns(List<R> rows);

    /** The table {@code carrier_calendar}. */
    record Calendars() implements RowStore<Calendar> {
        @Override
        public String name() {
            return "calendars";
        }

        @Override
        public Calendar read(ResultSet rs) throws SQLException {
            return new Calendar(
                    service(rs),
                    rs.getString("name"),
                    texts(rs, "pickup_days").stream().map(DayOfWeek::valueOf).collect(Collectors.toSet()),
                    rs.getObject("latest_pickup", LocalTime.class),
                    texts(rs, "delivery_days").stream().map(DayOfWeek::valueOf).collect(Collectors.toSet()),
                    texts(rs, "holidays").stream().map(LocalDate::parse).collect(Collectors.toSet()),
                    rs.getBoolean("active"));
        }

        @Override
        public Map<String, @Nullable Object> columns(List<Calendar> rows) {
            Columns<Calendar> columns = Columns.of(rows);
            Map<String, @Nullable Object> values = serviced(columns, Calendar::code);
            values.put("names", columns.texts(Calendar::name));
            values.put("pickupDays", columns.texts(row -> joined(row.pickupDays())));
            values.put("latestPickups", columns.texts(Calendar::latestPickup));
            values.put("deliveryDays", columns.texts(row -> joined(row.deliveryDays())));
            values.put("holidays", columns.texts(row -> joined(row.holidays())));
            values.put("actives", columns.texts(Calendar::active));
            return values;
        }

        private static String joined(Collection<? extends Comparable<?>> values) {
            return values.stream().sorted().map(Object::toString).collect(Collectors.joining(" "));
        }

        private static List<String> texts(ResultSet rs, String column) throws SQLException {
            Array array = rs.getArray(column);
            return Arrays.asList((String[]) array.getArray());
        }
    }

    /** The table {@code carrier_zone}. */
    record Zones() implements RowStore<Zone> {
        @Override
        public String name() {
            return "zones";
        }

        @Override
        public Zone read(ResultSet rs) throws SQLException {
            return new Zone(
                    rs.getString("carrier"),
                    rs.getString("service"),
                    new Origin(
                            rs.getString("origin_country"),
                            rs.getString("origin_region"),
                            rs.getString("origin_prefix")),
                    new Reach(
                            rs.getString("destination_country"),
                            rs.getString("destination_from"),
                            rs.getString("destination_to"),
                            rs.getInt("min_km"),
                            rs.getInt("max_km")),
                    rs.getString("zone"));
        }

        @Override
        public Map<String, @Nullable Object> columns(List<Zone> rows) {
            Columns<Zone> columns = Columns.of(rows);
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("carriers", columns.texts(Zone::carrier));
            values.put("services", columns.texts(Zone::service));
            values.put("originCountries", columns.texts(row -> row.origin().country()));
            values.put("originRegions", columns.texts(row -> row.origin().region()));
            values.put("originPrefixes", columns.texts(row -> row.origin().prefix()));
            values.put("countries", columns.texts(row -> row.reach().country()));
            values.put("froms", columns.texts(row -> row.reach().from()));
            values.put("tos", columns.texts(row -> row.reach().to()));
            values.put("minKms", columns.ints(row -> row.reach().minKm()));
            values.put("maxKms", columns.ints(row -> row.reach().maxKm()));
            values.put("zones", columns.texts(Zone::zone));
            return values;
        }
    }

    /** The table {@code carrier_rate}. */
    record Rates() implements RowStore<Rate> {
        @Override
        public String name() {
            return "rates";
        }

        @Override
        public Rate read(ResultSet rs) throws SQLException {
            String currency = rs.getString("currency");
            String extra = rs.getString("per_extra_kg");
            return new Rate(
                    service(rs),
                    rs.getString("zone"),
                    rs.getInt("up_to_grams"),
                    Money.of(rs.getString("amount"), currency),
                    extra == null ? null : Money.of(extra, currency));
        }

        @Override
        public Map<String, @Nullable Object> columns(List<Rate> rows) {
            Columns<Rate> columns = Columns.of(rows);
            Map<String, @Nullable Object> values = serviced(columns, Rate::code);
            values.put("zones", columns.texts(Rate::zone));
            values.put("grams", columns.ints(Rate::upToGrams));
            values.put("amounts", columns.texts(row -> row.amount().text()));
            values.put("currencies", columns.texts(row -> row.amount().currency()));
            values.put(
                    "extras",
                    columns.texts(row ->
                            row.perExtraKg() == null ? null : row.perExtraKg().text()));
            return values;
        }
    }

    /** The table {@code carrier_transit}. */
    record Transits() implements RowStore<Transit> {
        @Override
        public String name() {
            return "transits";
        }

        @Override
        public Transit read(ResultSet rs) throws SQLException {
            return new Transit(service(rs), rs.getString("zone"), rs.getInt("days"));
        }

        @Override
        public Map<String, @Nullable Object> columns(List<Transit> rows) {
            Columns<Transit> columns = Columns.of(rows);
            Map<String, @Nullable Object> values = serviced(columns, Transit::code);
            values.put("zones", columns.texts(Transit::zone));
            values.put("days", columns.ints(Transit::days));
            return values;
        }
    }

    private static ServiceCode service(ResultSet rs) throws SQLException {
        return new ServiceCode(rs.getString("carrier"), rs.getString("service"));
    }

    private static <R> Map<String, @Nullable Object> serviced(Columns<R> columns, Function<R, ServiceCode> code) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("carriers", columns.texts(row -> code.apply(row).carrier()));
        values.put("services", columns.texts(row -> code.apply(row).service()));
        return values;
    }
}

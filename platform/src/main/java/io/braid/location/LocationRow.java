package io.braid.location;

import io.braid.kernel.CountryCode;
import io.braid.kernel.GeoPoint;
import io.braid.kernel.LocationCode;
import io.braid.kernel.OpeningHours;
import io.braid.kernel.OpeningHours.Window;
import io.braid.kernel.VendorCode;
import io.braid.store.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Reads a row of {@code location}. */
final class LocationRow {
    private static final TypeReference<List<StoredWindow>> WINDOWS = new TypeReference<>() {};

    private static final TypeReference<List<Downtime>> DOWNTIMES = new TypeReference<>() {};
    private static final TypeReference<List<CapacityLimit>> CAPACITIES = new TypeReference<>() {};

    /** A window as it is kept in {@code operating_hours}. */
    private record StoredWindow(DayOfWeek day, String open, String close) {}

    private LocationRow() {}

    static Location read(ResultSet rs) throws SQLException {
        String vendor = rs.getString("vendor");
        return new Location(
                new LocationCode(rs.getString("code")),
                rs.getString("name"),
                LocationKind.valueOf(rs.getString("kind")),
                vendor == null ? null : new VendorCode(vendor),
                address(rs),
                new GeoPoint(rs.getDouble("latitude"), rs.getDouble("longitude")),
                hours(rs),
                rs.getObject("cut_off", LocalTime.class),
                integer(rs, "daily_capacity"),
                texts(rs, "fulfillment_types").stream()
                        .map(FulfillmentType::valueOf)
                        .collect(Collectors.toSet()),
                Set.copyOf(texts(rs, "location_groups")),
                Json.readMap(rs.getString("attributes")),
                rs.getBoolean("auto_acknowledge"),
                integer(rs, "freshness_hours"),
                rs.getInt("rank"),
                rs.getBoolean("active"),
                rs.getInt("version"),
                Json.MAPPER.readValue(rs.getString("downtimes"), DOWNTIMES),
                Json.MAPPER.readValue(rs.getString("capacities"), CAPACITIES));
    }

    private static Address address(ResultSet rs) throws SQLException {
        return new Address(
                rs.getString("address_name"),
                rs.getString("line1"),
                rs.getString("line2"),
                rs.getString("city"),
                rs.getString("region"),
                rs.getString("postal_code"),
                new CountryCode(rs.getString("country")),
                rs.getString("phone"));
    }

    private static OpeningHours hours(ResultSet rs) throws SQLException {
        List<Window> windows = Json.MAPPER.readValue(rs.getString("operating_hours"), WINDOWS).stream()
                .map(w -> new Window(w.day(), LocalTime.parse(w.open()), LocalTime.parse(w.close())))
                .toList();
        Set<LocalDate> holidays =
                texts(rs, "holidays").stream().map(LocalDate::parse).collect(Collectors.toSet());
        return new OpeningHours(ZoneId.of(rs.getString("time_zone")), windows, holidays);
    }

    static String windows(OpeningHours hours) {
        return Json.write(hours.windows().stream()
                .map(w ->
                        new StoredWindow(w.day(), w.open().toString(), w.close().toString()))
                .toList());
    }

    private static @Nullable Integer integer(ResultSet rs, String column) throws SQLException {
        int value = rs.getInt(column);
        return rs.wasNull() ? null : value;
    }

    private static List<String> texts(ResultSet rs, String column) throws SQLException {
        return Arrays.asList((String[]) rs.getArray(column).getArray());
    }
}

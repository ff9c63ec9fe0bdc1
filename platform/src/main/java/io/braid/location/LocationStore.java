package io.braid.location;

import io.braid.kernel.GeoPoint;
import io.braid.kernel.LocationCode;
import io.braid.kernel.VendorCode;
import io.braid.store.Json;
import io.braid.store.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the table {@code location}. */
final class LocationStore {
    private final JdbcClient jdbc;
    private final Sql sql = Sql.of("location/location");

    LocationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The revision each location is at now. */
    Map<LocationCode, UUID> revisions(Collection<LocationCode> codes) {
        Map<LocationCode, UUID> revisions = new HashMap<>();
        jdbc.sql(sql.get("revisions"))
                .param("codes", texts(codes))
                .query((rs, row) ->
                        revisions.put(new LocationCode(rs.getString("code")), rs.getObject("revision", UUID.class)))
                .list();
        return revisions;
    }

    Map<UUID, Location> findAll(Collection<LocationCode> codes) {
        Map<UUID, Location> found = new HashMap<>();
        jdbc.sql(sql.get("findAll"))
                .param("codes", texts(codes))
                .query((rs, row) -> found.put(rs.getObject("revision", UUID.class), LocationRow.read(rs)))
                .list();
        return found;
    }

    /** The location as it is, locked until the end of the transaction. */
    Optional<Location> lock(LocationCode code) {
        return jdbc.sql(sql.get("lock"))
                .param("code", code.text())
                .query((rs, row) -> LocationRow.read(rs))
                .optional();
    }

    List<Location> list(LocationFilter filter, String after, int limit) {
        return jdbc.sql(sql.get("list"))
                .param("after", after)
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param(
                        "vendor",
                        filter.vendor() == null ? null : filter.vendor().text())
                .param("group", filter.group())
                .param("active", filter.active())
                .param("codes", filter.codes() == null ? null : texts(filter.codes()))
                .param("limit", limit)
                .query((rs, row) -> LocationRow.read(rs))
                .list();
    }

    /** Whether the vendor has a location that is switched on. */
    boolean existsOf(VendorCode vendor) {
        return jdbc.sql(sql.get("existsOf"))
                .param("vendor", vendor.text())
                .query(Boolean.class)
                .single();
    }

    /** Those of the groups that some location is in. */
    Set<String> groupsAmong(Collection<String> groups) {
        return new HashSet<>(jdbc.sql(sql.get("groupsAmong"))
                .param("groups", groups.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** False when the code is taken. */
    boolean insert(LocationDraft draft, GeoPoint point, Instant at) {
        return jdbc.sql(sql.get("insert")).params(values(draft, point, at)).update() == 1;
    }

    /** Writes over the version that was seen; false when it is another one by now. */
    boolean update(LocationDraft draft, GeoPoint point, int version, Instant at) {
        return jdbc.sql(sql.get("update"))
                        .params(values(draft, point, at))
                        .param("version", version)
                        .update()
                == 1;
    }

    private static Map<String, @Nullable Object> values(LocationDraft draft, GeoPoint point, Instant at) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("code", draft.code().text());
        values.put("name", draft.name());
        values.put("kind", draft.kind().name());
        values.put("vendor", draft.vendor() == null ? null : draft.vendor().text());
        putAddress(values, draft.address());
        values.put("latitude", point.latitude());
        values.put("longitude", point.longitude());
        values.put("timeZone", draft.hours().zone().getId());
        values.put("operatingHours", LocationRow.windows(draft.hours()));
        values.put(
                "holidays",
                draft.hours().holidays().stream().sorted().map(Object::toString).toArray(String[]::new));
        values.put("cutOff", draft.cutOff() == null ? null : draft.cutOff().toString());
        values.put("dailyCapacity", draft.dailyCapacity());
        values.put(
                "fulfillmentTypes",
                draft.fulfillmentTypes().stream().sorted().map(Enum::name).toArray(String[]::new));
        values.put("groups", draft.groups().stream().sorted().toArray(String[]::new));
        values.put("attributes", Json.write(draft.attributes()));
        values.put("autoAcknowledge", draft.autoAcknowledge());
        values.put("freshnessHours", draft.freshnessHours());
        values.put("rank", draft.rank());
        values.put("active", draft.active());
        values.put("downtimes", Json.write(draft.downtimes()));
        values.put("capacities", Json.write(draft.capacities()));
        values.put("at", at.toString());
        return values;
    }

    private static void putAddress(Map<String, @Nullable Object> values, Address address) {
        values.put("addressName", address.name());
        values.put("line1", address.line1());
        values.put("line2", address.line2());
        values.put("city", address.city());
        values.put("region", address.region());
        values.put("postalCode", address.postalCode());
        values.put("country", address.country().text());
        values.put("phone", address.phone());
    }

    private static String[] texts(Collection<LocationCode> codes) {
        return codes.stream().map(LocationCode::text).distinct().toArray(String[]::new);
    }
}

package io.braid.api;

import io.braid.kernel.CountryCode;
import io.braid.kernel.GeoPoint;
import io.braid.kernel.LocationCode;
import io.braid.kernel.OpeningHours;
import io.braid.kernel.PostalCode;
import io.braid.kernel.Texts;
import io.braid.kernel.VendorCode;
import io.braid.kernel.WorkingTime;
import io.braid.location.Address;
import io.braid.location.CapacityLimit;
import io.braid.location.Downtime;
import io.braid.location.FulfillmentType;
import io.braid.location.LocationDraft;
import io.braid.location.LocationKind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A location as it is sent; {@link #draft} reads it, or refuses with everything that is wrong with it. */
record LocationBody(
        @Nullable String code,
        @Nullable String name,
        @Nullable String kind,
        @Nullable String vendor,
        @Nullable AddressBody address,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String timeZone,
        @Nullable List<@Nullable WindowBody> operatingHours,
        @Nullable List<@Nullable String> holidays,
        @Nullable String cutOff,
        @Nullable Integer dailyCapacity,
        @Nullable List<@Nullable String> fulfillmentTypes,
        @Nullable List<@Nullable String> groups,
        @Nullable Map<String, Object> attributes,
        @Nullable Boolean autoAcknowledge,
        @Nullable Integer freshnessHours,
        @Nullable Integer rank,
        @Nullable Boolean active,
        @Nullable List<LocationPlans.@Nullable DowntimeBody> downtimes,
        @Nullable List<LocationPlans.@Nullable CapacityBody> capacities,
        @Nullable Integer expectedVersion) {

    private static final int NAME_LENGTH_MAX = 200;
    private static final int GROUP_LENGTH_MAX = 64;
    private static final int LIST_MAX = 1_000;
    private static final int CAPACITY_MAX = 10_000_000;
    private static final int FRESHNESS_HOURS_MAX = 24 * 366;
    private static final int RANK_STANDARD = 100;
    private static final int RANK_MAX = 1_000_000;

    record AddressBody(
            @Nullable String name,
            @Nullable String line1,
            @Nullable String line2,
            @Nullable String city,
            @Nullable String region,
            @Nullable String postalCode,
            @Nullable String country,
            @Nullable String phone) {}

    record WindowBody(
            @Nullable String day,
            @Nullable String open,
            @Nullable String close) {}

    LocationDraft draft(Faults faults, @Nullable LocationCode locationCode) {
        String readName = faults.name("/name", name, NAME_LENGTH_MAX);
        LocationKind readKind = faults.choice("/kind", kind, LocationKind.class);
        VendorCode readVendor = faults.optional("/vendor", vendor, VendorCode::new);
        Address readAddress = address(faults);
        GeoPoint point = point(faults);
        OpeningHours hours = hours(faults);
        LocalTime readCutOff = faults.optional("/cutOff", cutOff, FieldReader::minute);
        Integer capacity = bounded(faults, "/dailyCapacity", dailyCapacity, 0, CAPACITY_MAX);
        Set<FulfillmentType> types = types(faults);
        Set<String> readGroups = groups(faults);
        Map<String, Object> facts = Attributes.read(faults, "/attributes", attributes);
        processingHours(faults, facts.get(WorkingTime.PROCESSING_HOURS));
        Integer freshness = bounded(faults, "/freshnessHours", freshnessHours, 1, FRESHNESS_HOURS_MAX);
        Integer readRank = bounded(faults, "/rank", rank, -RANK_MAX, RANK_MAX);
        List<Downtime> planned = LocationPlans.downtimes(faults, downtimes);
        List<CapacityLimit> limits = LocationPlans.capacities(faults, capacities);
        faults.refuseIfAny();
        return new LocationDraft(
                Faults.known(locationCode),
                Faults.known(readName),
                Faults.known(readKind),
                readVendor,
                Faults.known(readAddress),
                point,
                Faults.known(hours),
                readCutOff,
                capacity,
                types,
                readGroups,
                facts,
                Objects.requireNonNullElse(autoAcknowledge, false),
                freshness,
                Objects.requireNonNullElse(readRank, RANK_STANDARD),
                Objects.requireNonNullElse(active, true),
                planned,
                limits);
    }

    private @Nullable Address address(Faults faults) {
        if (faults.required("/address", address) == null || address == null) {
            return null;
        }
        String addressName = faults.text("/address/name", address.name(), NAME_LENGTH_MAX);
        String line1 = faults.text("/address/line1", address.line1(), NAME_LENGTH_MAX);
        String line2 = faults.optionalText("/address/line2", address.line2(), NAME_LENGTH_MAX);
        String city = faults.text("/address/city", address.city(), NAME_LENGTH_MAX);
        String region = faults.text("/address/region", address.region(), NAME_LENGTH_MAX);
        String phone = faults.optionalText("/address/phone", address.phone(), NAME_LENGTH_MAX);
        CountryCode country = faults.read("/address/country", address.country(), CountryCode::new);
        String text = faults.required("/address/postalCode", address.postalCode());
        PostalCode postal = country == null
                ? null
                : faults.optional("/address/postalCode", text, code -> PostalCode.parse(country, code));
        if (addressName == null || line1 == null || city == null || region == null || country == null) {
            return null;
        }
        return postal == null || text == null
                ? null
                : new Address(addressName, line1, line2, city, region, text.strip(), country, phone);
    }

    private @Nullable GeoPoint point(Faults faults) {
        if (latitude == null && longitude == null) {
            return null;
        }
        if (latitude == null || longitude == null) {
            faults.add(
                    latitude == null ? "/latitude" : "/longitude",
                    "latitude and longitude belong together: give both, or neither");
            return null;
        }
        try {
            return new GeoPoint(latitude, longitude);
        } catch (IllegalArgumentException e) {
            faults.add(Math.abs(latitude) <= 90 ? "/longitude" : "/latitude", String.valueOf(e.getMessage()));
            return null;
        }
    }

    private @Nullable OpeningHours hours(Faults faults) {
        ZoneId zone = faults.read("/timeZone", timeZone, FieldReader::zone);
        List<OpeningHours.Window> windows = new ArrayList<>();
        List<@Nullable WindowBody> given = limited(faults, "/operatingHours", operatingHours);
        for (int i = 0; i < given.size(); i++) {
            WindowBody window = faults.required("/operatingHours/" + i, given.get(i));
            if (window != null) {
                String at = "/operatingHours";
                DayOfWeek day = faults.read(Faults.at(at, i, "day"), window.day(), LocationBody::day);
                LocalTime open = faults.read(Faults.at(at, i, "open"), window.open(), FieldReader::minute);
                LocalTime close = faults.read(Faults.at(at, i, "close"), window.close(), FieldReader::minute);
                if (day != null && open != null && close != null) {
                    OpeningHours.Window read = new OpeningHours.Window(day, open, close);
                    if (windows.stream().anyMatch(read::overlaps)) {
                        faults.add(at + "/" + i, "overlaps an earlier window; what is meant may be one window");
                    }
                    windows.add(read);
                }
            }
        }
        Set<LocalDate> days = new TreeSet<>();
        List<@Nullable String> givenDays = limited(faults, "/holidays", holidays);
        for (int i = 0; i < givenDays.size(); i++) {
            LocalDate day = faults.read("/holidays/" + i, givenDays.get(i), FieldReader::date);
            if (day != null) {
                days.add(day);
            }
        }
        return zone == null ? null : new OpeningHours(zone, windows, days);
    }

    /** {@code MON} or {@code MONDAY}. */
    static DayOfWeek day(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = text.toUpperCase(Locale.ROOT);
            if (day.name().equals(name) || day.name().substring(0, 3).equals(name)) {
                return day;
            }
        }
        throw new IllegalArgumentException("'" + Texts.shown(text) + "' is not a day of the week: MON to SUN");
    }

    private Set<FulfillmentType> types(Faults faults) {
        Set<FulfillmentType> types = EnumSet.noneOf(FulfillmentType.class);
        List<@Nullable String> given = limited(faults, "/fulfillmentTypes", fulfillmentTypes);
        if (given.isEmpty()) {
            faults.add("/fulfillmentTypes", "at least one of SHIP, PICKUP, DELIVERY is required");
        }
        for (int i = 0; i < given.size(); i++) {
            FulfillmentType type = faults.choice("/fulfillmentTypes/" + i, given.get(i), FulfillmentType.class);
            if (type != null) {
                types.add(type);
            }
        }
        return types;
    }

    /** Promises count on it, so what is no number of hours must not wait to be found out by a shopper. */
    private static void processingHours(Faults faults, @Nullable Object hours) {
        if (hours == null) {
            return;
        }
        boolean sensible = hours instanceof Number number
                && number.doubleValue() >= 0
                && number.doubleValue() <= WorkingTime.HOURS_MAX;
        if (!sensible) {
            faults.add(
                    "/attributes/" + WorkingTime.PROCESSING_HOURS,
                    "'" + Texts.shown(hours.toString()) + "' is not a number of hours from 0 to "
                            + WorkingTime.HOURS_MAX);
        }
    }

    private Set<String> groups(Faults faults) {
        Set<String> read = new TreeSet<>();
        List<@Nullable String> given = limited(faults, "/groups", groups);
        for (int i = 0; i < given.size(); i++) {
            String group = faults.text("/groups/" + i, given.get(i), GROUP_LENGTH_MAX);
            if (group != null) {
                read.add(group);
            }
        }
        return read;
    }

    private static <T> List<T> limited(Faults faults, String pointer, @Nullable List<T> list) {
        if (list == null) {
            return List.of();
        }
        if (list.size() > LIST_MAX) {
            faults.add(pointer, "has more than " + LIST_MAX + " elements");
            return list.subList(0, LIST_MAX);
        }
        return list;
    }

    private static @Nullable Integer bounded(Faults faults, String pointer, @Nullable Integer value, int min, int max) {
        return value == null ? null : faults.number(pointer, value, min, max);
    }
}

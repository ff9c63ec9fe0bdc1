package io.braid.carriage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.braid.carriage.CarrierRow.Origin;
import io.braid.carriage.CarrierRow.Reach;
import io.braid.carriage.CarrierRow.Zone;
import io.braid.location.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which zone a destination lies in for a location and a service. The row that says most wins: one for the service over
 * one for all of the carrier's, then the closer origin, then the closer destination. Which rows concern a location is
 * worked out once for each of its versions.
 */
final class ZoneChart {
    private static final Comparator<Group> CLOSEST_FIRST = Comparator.comparing(
                    (Group group) -> group.any.service().isEmpty())
            .thenComparingInt(group -> -group.any.origin().prefix().length())
            .thenComparing(group -> group.any.origin().region().isEmpty())
            .thenComparing(group -> group.any.origin().country().isEmpty())
            .thenComparingInt(group -> -group.any.reach().from().length())
            .thenComparing(group -> group.any.reach().country().isEmpty())
            .thenComparing(group -> group.any.group());

    private final Map<String, Group> groups = new HashMap<>();
    private final Cache<Location, Map<ServiceCode, List<Group>>> concerning =
            Caffeine.newBuilder().weakKeys().build();
    private final Collection<ServiceCode> services;

    ZoneChart(Collection<Zone> rows, Collection<ServiceCode> services) {
        this.services = services;
        rows.forEach(this::put);
    }

    /** Rows with the same origin, country and length of the compared postal code: ranges are equal or apart. */
    private static final class Group {
        private final Zone any;
        private final TreeMap<String, List<Zone>> byFrom = new TreeMap<>();

        Group(Zone any) {
            this.any = any;
        }
    }

    private void put(Zone row) {
        groups.computeIfAbsent(row.group(), group -> new Group(row))
                .byFrom
                .computeIfAbsent(row.reach().from(), from -> new ArrayList<>(1))
                .add(row);
    }

    @Nullable
    String zone(Location location, ServiceCode service, Destination to, double km) {
        Map<ServiceCode, List<Group>> ours = concerning.get(location, this::groupsOf);
        for (Group group : ours.getOrDefault(service, List.of())) {
            Reach reach = group.any.reach();
            if (!reach.country().isEmpty()
                    && !reach.country().equals(to.country().text())) {
                continue;
            }
            String zone = zone(group, reach.from().length(), to.postalCode(), km);
            if (zone != null) {
                return zone;
            }
        }
        return null;
    }

    private static @Nullable String zone(Group group, int length, @Nullable String postalCode, double km) {
        if (length > 0 && (postalCode == null || postalCode.length() < length)) {
            return null;
        }
        String begin = length == 0 || postalCode == null ? "" : postalCode.substring(0, length);
        Map.Entry<String, List<Zone>> found = group.byFrom.floorEntry(begin);
        if (found == null) {
            return null;
        }
        for (Zone row : found.getValue()) {
            Reach reach = row.reach();
            // A distance that is not known fits only what holds at any; and not-a-number compares as false.
            boolean near = reach.isAnyDistance() || (km >= reach.minKm() && km < reach.maxKm());
            if (begin.compareTo(reach.to()) <= 0 && near) {
                return row.zone();
            }
        }
        return null;
    }

    private Map<ServiceCode, List<Group>> groupsOf(Location location) {
        List<Group> fitting = groups.values().stream()
                .filter(group -> isFrom(group.any.origin(), location))
                .sorted(CLOSEST_FIRST)
                .toList();
        Map<ServiceCode, List<Group>> byService = new HashMap<>();
        for (ServiceCode service : services) {
            byService.put(
                    service,
                    fitting.stream()
                            .filter(group -> group.any.carrier().equals(service.carrier()))
                            .filter(group -> group.any.service().isEmpty()
                                    || group.any.service().equals(service.service()))
                            .toList());
        }
        return byService;
    }

    private static boolean isFrom(Origin origin, Location location) {
        return (origin.country().isEmpty()
                        || origin.country().equals(location.address().country().text()))
                && (origin.region().isEmpty()
                        || origin.region().equalsIgnoreCase(location.address().region()))
                && location.address().postal().code().startsWith(origin.prefix());
    }
}

package io.braid.carriage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.braid.carriage.CarrierRow.Calendar;
import io.braid.carriage.CarrierRow.Rate;
import io.braid.carriage.CarrierRow.Transit;
import io.braid.carriage.CarrierRow.Zone;
import io.braid.kernel.WorkingTime;
import io.braid.location.Location;
import io.braid.routing.Carriage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All carriers' tables of one revision, laid out for looking up: immutable to its users, shared by all threads. It
 * keeps in mind what it worked out about a location's version, and until when that holds; it reads no clock and no
 * store.
 */
public final class CarrierTables {
    private final Map<ServiceCode, Calendar> calendars = new TreeMap<>();
    private final Map<String, RateCard> cards = new HashMap<>();
    private final Map<String, Integer> transitDays = new HashMap<>();
    private final ZoneChart zones;
    private final Cache<Location, Dock> docks = Caffeine.newBuilder().weakKeys().build();

    CarrierTables(
            Collection<Calendar> calendars,
            Collection<Zone> zones,
            Collection<Rate> rates,
            Collection<Transit> transits) {
        calendars.stream().filter(Calendar::active).forEach(c -> this.calendars.put(c.code(), c));
        this.zones = new ZoneChart(zones, this.calendars.keySet());
        Map<String, List<Rate>> byCard = new HashMap<>();
        rates.forEach(row ->
                byCard.computeIfAbsent(row.card(), card -> new ArrayList<>()).add(row));
        byCard.forEach((card, rows) -> cards.put(card, RateCard.of(rows)));
        transits.forEach(row -> transitDays.put(row.key(), row.days()));
    }

    /** What is to be carried: from where, to where, paid in which currency, ordered when. */
    public record Leg(Location from, Destination to, Currency currency, Instant ordered) {}

    /** Services in use, in order. */
    public List<ServiceCode> services() {
        return List.copyOf(calendars.keySet());
    }

    /** Those a request means by {@code GROUND} or {@code SAMPLE/GROUND}. */
    public List<ServiceCode> servicesMeantBy(String text) {
        return services().stream().filter(service -> service.isMeantBy(text)).toList();
    }

    /** What each of the services makes of it, in their order. */
    public List<Quote> quotes(Leg leg, Collection<ServiceCode> services) {
        double km = leg.to().point() == null
                ? Double.NaN
                : leg.from().point().distanceKmTo(leg.to().point());
        List<Quote> quotes = new ArrayList<>(services.size());
        for (ServiceCode service : services) {
            quotes.add(quote(leg, service, km));
        }
        return quotes;
    }

    private Quote quote(Leg leg, ServiceCode service, double km) {
        Calendar calendar = calendars.get(service);
        if (calendar == null) {
            return new Quote.Missing(service, service + " is not a service in use");
        }
        String zone = zones.zone(leg.from(), service, leg.to(), km);
        if (zone == null) {
            return new Quote.Missing(
                    service, service + " has no zone from " + leg.from().code() + " to " + told(leg.to()));
        }
        String place = service.carrier() + "|" + service.service() + "|" + zone;
        RateCard card = cards.get(place + "|" + leg.currency().getCurrencyCode());
        if (card == null) {
            return new Quote.Missing(service, service + " has no rates in " + leg.currency() + " for zone " + zone);
        }
        Integer days = transitDays.get(place);
        if (days == null) {
            return new Quote.Missing(service, service + " has no transit days for zone " + zone);
        }
        Timetable.Arrival arrival = docks.get(leg.from(), Dock::new).arrival(leg.ordered(), calendar, days);
        if (arrival == null) {
            return new Quote.Missing(
                    service, leg.from().code() + " and " + service + " have no working day in common within a year");
        }
        return new Quote.Offered(
                service,
                new Carriage(service.carrier(), service.service(), zone, days, arrival.orderBy(), arrival.day(), card));
    }

    private static String told(Destination to) {
        return to.postalCode() == null ? to.country().text() : to.country() + " " + to.postalCode();
    }

    /** One version of a location, with the arrivals worked out last. Each holds until its order-by moment. */
    private static final class Dock {
        private final WorkingTime work;
        private final Duration processing;
        private final Map<ServiceDays, Held> held = new ConcurrentHashMap<>();

        Dock(Location location) {
            this.work = new WorkingTime(
                    location.hours(),
                    location.cutOff(),
                    location.downtimes().stream()
                            .map(down -> new WorkingTime.Pause(down.from(), down.to()))
                            .toList());
            this.processing = WorkingTime.processing(location.attributes().get(WorkingTime.PROCESSING_HOURS));
        }

        private record ServiceDays(ServiceCode service, int transitDays) {}

        private record Held(Instant since, Timetable.Arrival arrival) {
            boolean holdsAt(Instant moment) {
                return !moment.isBefore(since) && moment.isBefore(arrival.orderBy());
            }
        }

        Timetable.@Nullable Arrival arrival(Instant ordered, Calendar calendar, int transitDays) {
            ServiceDays key = new ServiceDays(calendar.code(), transitDays);
            Held known = held.get(key);
            if (known != null && known.holdsAt(ordered)) {
                return known.arrival;
            }
            Timetable.Arrival arrival = new Timetable(work, processing, calendar).arrival(ordered, transitDays);
            if (arrival != null) {
                held.put(key, new Held(ordered, arrival));
            }
            return arrival;
        }
    }
}

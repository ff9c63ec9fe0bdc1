package io.braid.sourcing;

import io.braid.carriage.CarrierTables;
import io.braid.carriage.Destination;
import io.braid.carriage.Quote;
import io.braid.carriage.ServiceCode;
import io.braid.kernel.GeoPoint;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Money;
import io.braid.location.Location;
import io.braid.routing.Carriage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How shipments to one destination could travel, for whichever locations are asked about; each is worked out once. */
final class Quotes {
    private static final Comparator<Carriage> EARLIEST =
            Comparator.comparing(Carriage::promise, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()));

    private final CarrierTables tables;
    private final Trip trip;
    private final List<ServiceCode> services;
    private final Map<LocationCode, List<Quote>> known = new HashMap<>();

    Quotes(CarrierTables tables, Trip trip, List<ServiceCode> services) {
        this.tables = tables;
        this.trip = trip;
        this.services = services;
    }

    /** Where to, paid in which currency, ordered when. */
    record Trip(Destination to, Currency currency, Instant ordered) {}

    Instant ordered() {
        return trip.ordered;
    }

    @Nullable
    GeoPoint point() {
        return trip.to.point();
    }

    private List<Quote> from(Location location) {
        return known.computeIfAbsent(
                location.code(),
                code -> tables.quotes(new CarrierTables.Leg(location, trip.to, trip.currency, trip.ordered), services));
    }

    @Nullable
    Carriage cheapest(Location location, long grams) {
        return best(location, cheapestFirst(grams));
    }

    /** For equal costs the earlier one. */
    static Comparator<Carriage> cheapestFirst(long grams) {
        return Comparator.<Carriage>comparingLong(c -> c.tariff().costOf(grams)).thenComparing(EARLIEST);
    }

    /** For the same day the cheaper one. */
    static Comparator<Carriage> earliestFirst(long grams) {
        return EARLIEST.thenComparingLong(c -> c.tariff().costOf(grams));
    }

    private @Nullable Carriage best(Location location, Comparator<Carriage> order) {
        return offered(location).stream().min(order).orElse(null);
    }

    List<Carriage> offered(Location location) {
        List<Carriage> offered = new ArrayList<>();
        for (Quote quote : from(location)) {
            switch (quote) {
                case Quote.Offered(ServiceCode service, Carriage carriage) -> offered.add(carriage);
                case Quote.Missing missing -> {}
            }
        }
        return offered;
    }

    /** Why no service carries from there. */
    String whyNot(Location location) {
        for (Quote quote : from(location)) {
            if (quote instanceof Quote.Missing(ServiceCode service, String why)) {
                return why;
            }
        }
        return "no carrier's service is in use; load one with POST /carriage/calendars/import";
    }

    /** What is promised of a shipment of that weight that goes this way. */
    Promised.Way way(Location from, Carriage carriage, long grams) {
        LocalDate promise = carriage.promise();
        Instant orderBy = carriage.orderBy();
        if (promise == null || orderBy == null) {
            throw new IllegalStateException("a carriage from " + from.code() + " was quoted without its day");
        }
        return new Promised.Way(
                from.code(),
                new ServiceCode(carriage.carrier(), carriage.service()),
                carriage.zone(),
                carriage.transitDays(),
                cost(carriage, grams),
                promise,
                orderBy);
    }

    private Money cost(Carriage carriage, long grams) {
        int places = Math.max(trip.currency.getDefaultFractionDigits(), 0);
        BigDecimal amount = BigDecimal.valueOf(carriage.tariff().costOf(grams), places);
        return new Money(amount.min(Money.AMOUNT_MAX.setScale(places, RoundingMode.DOWN)), trip.currency);
    }
}

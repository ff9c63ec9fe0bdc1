package io.braid.routing;

import static io.braid.routing.Field.CANDIDATE;

import io.braid.routing.Field.Name;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What rules may ask about a location, and about the way from it to the order's destination. */
final class LocationFields {
    private static final double MINUTES_PER_HOUR = 60;

    /** Knows what shipping costs; whoever names it names {@code shippingCost} too. */
    static final String SERVING_COST = "servingCost";

    private LocationFields() {}

    static void addTo(FieldList list) {
        addPlace(list);
        addWork(list);
        addShipping(list);
        addWorth(list);
        addWay(list);
        addCost(list);
    }

    private static void addPlace(FieldList list) {
        list.text("location.region", "its state or province", CANDIDATE, f -> place(f).region());
        list.text("location.postalCode", "its postal code", CANDIDATE, f -> place(f).postalCode());
        list.flag(
                "location.sameCountry",
                "whether it lies in the destination's country; missing when either is unknown",
                CANDIDATE,
                LocationFields::sameCountry);
    }

    private static void addWork(FieldList list) {
        list.flag(
                "location.operatingNow",
                "whether it is open at the moment of routing, in its own time zone",
                CANDIDATE,
                f -> f.location().workday().hours().openAt(f.localTime()));
        list.flag(
                "location.holidayToday",
                "whether today is one of its holidays, in its own time zone",
                CANDIDATE,
                f -> f.location()
                        .workday()
                        .hours()
                        .holidays()
                        .contains(f.localTime().toLocalDate()));
        list.flag(
                "location.inDowntime",
                "whether it is in a planned downtime at the moment of routing",
                CANDIDATE,
                f -> f.location().workday().downtimes().stream().anyMatch(down -> down.covers(f.at())));
    }

    private static void addShipping(FieldList list) {
        list.flag(
                "location.beforeCutOff",
                "whether its cut-off of the day is still to come, in its own time zone; always true without a cut-off",
                CANDIDATE,
                LocationFields::beforeCutOff);
        list.flag(
                "location.shipsToday",
                "whether an order of this moment leaves today: a working day outside downtime, before the cut-off, with"
                        + " time to process it (attribute processingHours) before closing",
                CANDIDATE,
                f -> daysToShip(f) == 0);
        list.measure(
                new Name(
                        "location.daysToShip",
                        "daysToShip",
                        "days until an order of this moment leaves, by cut-off, working days, downtime and processing"
                                + " time (attribute processingHours); 0 is today",
                        "days"),
                CANDIDATE,
                LocationFields::daysToShip);
    }

    private static void addWorth(FieldList list) {
        list.measure(
                new Name("location.rank", "rank", "its rank; smaller is preferred when sorted ascending", null),
                CANDIDATE,
                f -> f.location().identity().rank());
        list.exact(
                new Name("location.score", "score", "how well it has done, 0 (poor) to 10 (excellent)", null),
                CANDIDATE,
                f -> f.candidate().score());
        list.exact(
                new Name(
                        "location.handlingCost",
                        "handlingCost",
                        "what it costs there to handle a shipment (attribute handlingCost)",
                        "order currency"),
                CANDIDATE,
                f -> Field.decimal(f.location().attributes().get("handlingCost")));
        list.family(
                "location.attributes.",
                "an attribute of the location",
                CANDIDATE,
                f -> f.location().attributes());
    }

    private static void addWay(FieldList list) {
        list.exact(
                new Name(
                        "shippingCost",
                        null,
                        "what one shipment of all units of the order it has in stock costs from there",
                        "order currency"),
                CANDIDATE,
                LocationFields::shippingCost);
        list.measure(
                new Name("transitDays", null, "business days on the road", "days"),
                CANDIDATE,
                f -> f.candidate().carriage() == null
                        ? Double.NaN
                        : f.candidate().carriage().transitDays());
        list.measure(
                new Name("promiseDays", "promiseDate", "days from today, there, to the promised delivery", "days"),
                CANDIDATE,
                LocationFields::promiseDays);
        list.measure(
                new Name("orderByHours", null, "hours left to order for the promised delivery", "hours"),
                CANDIDATE,
                LocationFields::orderByHours);
        list.text("carrier", "the carrier a shipment from there would go with", CANDIDATE, f -> {
            Carriage carriage = f.candidate().carriage();
            return carriage == null ? null : carriage.carrier();
        });
        list.text("service", "the carrier's service a shipment from there would go with", CANDIDATE, f -> {
            Carriage carriage = f.candidate().carriage();
            return carriage == null ? null : carriage.service();
        });
    }

    private static void addCost(FieldList list) {
        list.exact(
                new Name(
                        SERVING_COST,
                        null,
                        "what a unit costs served from there: shipping and handling (attribute handlingCost) of all"
                                + " units of the order it has in stock, and their unit costs, by their number; missing"
                                + " where shipping is",
                        "order currency"),
                CANDIDATE,
                LocationFields::servingCost);
    }

    private static Place place(Facts facts) {
        return facts.location().place();
    }

    private static @Nullable Boolean sameCountry(Facts facts) {
        String here = place(facts).country();
        String there = facts.order().destination().country();
        return (here == null || there == null) ? null : (Boolean) here.equals(there);
    }

    private static boolean beforeCutOff(Facts facts) {
        Instant cutOff = facts.location().work().cutOffOf(facts.localTime().toLocalDate());
        return cutOff == null || facts.at().isBefore(cutOff);
    }

    private static double daysToShip(Facts facts) {
        OptionalInt days = facts.location().shipDay().after(facts.at());
        return days.isPresent() ? days.getAsInt() : Double.NaN;
    }

    private static @Nullable Object shippingCost(Facts facts) {
        Carriage carriage = facts.candidate().carriage();
        if (carriage == null) {
            return null;
        }
        int places = java.util.Currency.getInstance(facts.order().currency()).getDefaultFractionDigits();
        return BigDecimal.valueOf(carriage.tariff().costOf(facts.reachableGrams()), Math.max(0, places));
    }

    private static @Nullable Object servingCost(Facts facts) {
        BigDecimal shipping = Field.decimal(shippingCost(facts));
        long units = facts.reachableUnits();
        if (shipping == null || units == 0) {
            return null;
        }
        BigDecimal handling = Field.decimal(facts.location().attributes().get("handlingCost"));
        BigDecimal shipment = handling == null ? shipping : shipping.add(handling);
        return shipment.add(facts.reachableCost())
                .divide(BigDecimal.valueOf(units), Plan.Cost.PLACES, RoundingMode.HALF_UP);
    }

    private static double promiseDays(Facts facts) {
        Carriage carriage = facts.candidate().carriage();
        return carriage == null || carriage.promise() == null
                ? Double.NaN
                : ChronoUnit.DAYS.between(facts.localTime().toLocalDate(), carriage.promise());
    }

    private static double orderByHours(Facts facts) {
        Carriage carriage = facts.candidate().carriage();
        return carriage == null || carriage.orderBy() == null
                ? Double.NaN
                : ChronoUnit.MINUTES.between(facts.at(), carriage.orderBy()) / MINUTES_PER_HOUR;
    }
}

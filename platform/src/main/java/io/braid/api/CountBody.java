package io.braid.api;

import io.braid.inventory.Incoming;
import io.braid.inventory.StockCount;
import io.braid.inventory.StockKey;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Quantity;
import io.braid.kernel.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What somebody counted, as it is sent by the operator and by vendors alike. */
record CountBody(
        @Nullable Integer onHand,
        @Nullable Integer safetyStock,
        @Nullable List<@Nullable Delivery> incoming,
        @Nullable Instant asOf,
        @Nullable Integer expectedVersion) {
    /** What a request without a body says. */
    static final CountBody EMPTY = new CountBody(null, null, null, null, null);

    private static final int INCOMING_MAX = 100;

    record Delivery(@Nullable Integer quantity, @Nullable LocalDate date) {}

    /** The position that a path names; what cannot be a code is no position. */
    static StockKey key(String location, String sku) {
        try {
            return new StockKey(new Sku(sku), new LocationCode(location));
        } catch (IllegalArgumentException e) {
            throw Declined.notFound();
        }
    }

    @Nullable
    Long version(IfMatch ifMatch) {
        OptionalInt expected = ifMatch.or(expectedVersion);
        return expected.isPresent() ? Long.valueOf(expected.getAsInt()) : null;
    }

    StockCount read(StockKey key, Instant now) {
        Faults faults = new Faults();
        int units = faults.quantity("/onHand", onHand, 0, Quantity.UNITS_MAX);
        Quantity safety = safetyStock == null
                ? null
                : new Quantity(faults.quantity("/safetyStock", safetyStock, 0, Quantity.UNITS_MAX));
        List<Incoming> deliveries = incoming == null ? null : deliveries(faults, incoming);
        faults.refuseIfAny();
        return new StockCount(key, new Quantity(units), safety, deliveries, Objects.requireNonNullElse(asOf, now));
    }

    private static List<Incoming> deliveries(Faults faults, List<@Nullable Delivery> incoming) {
        List<Incoming> deliveries = new ArrayList<>();
        if (incoming.size() > INCOMING_MAX) {
            faults.add("/incoming", "has more than " + INCOMING_MAX + " deliveries");
            return deliveries;
        }
        for (int i = 0; i < incoming.size(); i++) {
            Delivery delivery = faults.required("/incoming/" + i, incoming.get(i));
            if (delivery != null) {
                String pointer = Faults.at("/incoming", i, "quantity");
                int units = faults.quantity(pointer, delivery.quantity(), 1, Quantity.UNITS_MAX);
                LocalDate date = date(faults, Faults.at("/incoming", i, "date"), delivery.date());
                deliveries.add(new Incoming(new Quantity(units), date));
            }
        }
        return deliveries;
    }

    private static LocalDate date(Faults faults, String pointer, @Nullable LocalDate date) {
        LocalDate day = faults.required(pointer, date) == null ? null : faults.day(pointer, date);
        return day == null ? LocalDate.EPOCH : day;
    }
}

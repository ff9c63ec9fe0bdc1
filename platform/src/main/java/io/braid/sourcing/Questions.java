package io.braid.sourcing;

import io.braid.catalog.Product;
import io.braid.inventory.StockKey;
import io.braid.kernel.GeoPoint;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Money;
import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.location.Location;
import io.braid.order.NewOrder;
import io.braid.routing.Candidate;
import io.braid.routing.Carriage;
import io.braid.routing.LineFacts;
import io.braid.routing.OrderFacts;
import io.braid.routing.Place;
import io.braid.routing.Question;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts an order and what a batch knows into the engine's words. */
final class Questions {
    private static final String CUSTOMER = "customer.";

    private Questions() {}

    static Question about(Asking asking, List<LineFacts> lines, Facts facts) {
        NewOrder order = asking.order();
        Instant at = asking.deed().at();
        Quotes quotes = Freight.isAskedBy(
                        facts.strategy().over(asking.order().external()).strategy())
                ? Freight.quotes(asking, facts)
                : null;
        long grams = Freight.grams(lines);
        List<Candidate> candidates = candidates(
                lines,
                order.currency(),
                at,
                facts,
                quotes == null ? Travel.UNASKED : Travel.by(quotes, Quotes.cheapestFirst(grams)));
        return new Question(
                at,
                orderFacts(asking, facts),
                lines,
                candidates,
                facts.extras().rows().at(order.shipTo().postalCode()));
    }

    /** The locations that have something of these lines, with how a shipment from each would travel. */
    static List<Candidate> candidates(
            List<LineFacts> lines, Currency currency, Instant at, Facts facts, Travel travel) {
        int most = 0;
        for (LineFacts line : lines) {
            most += facts.lots().of(new Sku(line.sku())).size();
        }
        Map<LocationCode, Offering> offerings = LinkedHashMap.newLinkedHashMap(most);
        for (LineFacts line : lines) {
            Sku sku = new Sku(line.sku());
            BigDecimal ownCost = ownCost(facts.products().get(sku), currency);
            for (Lot lot : facts.lots().of(sku)) {
                if (lot.units() > 0) {
                    offerings
                            .computeIfAbsent(lot.at().location().code(), code -> Offering.by(lot.at()))
                            .offers
                            .add(offer(
                                    line.line(), sku, lot, lot.price() == null ? ownCost : cost(lot, currency), facts));
                }
            }
        }
        Today today = new Today(at, facts, new HashMap<>());
        List<Candidate> candidates = new ArrayList<>(offerings.size());
        for (Offering offering : offerings.values()) {
            Location location = offering.known.location();
            Carriage carriage = travel.from(location);
            candidates.add(new Candidate(
                    offering.known.facts(),
                    today.used(location),
                    offering.offers,
                    carriage,
                    Rooms.left(location, currency, at, facts.room()),
                    facts.extras().scores().get(location.code()),
                    carriage == null ? travel.whyNot(location) : null));
        }
        return candidates;
    }

    /** A location that has something of the order. */
    private record Offering(KnownLocation known, List<Candidate.Offer> offers) {
        static Offering by(KnownLocation known) {
            return new Offering(known, new ArrayList<>(4));
        }
    }

    /** What locations have taken on the day of a moment: a whole network has few time zones, and so few days. */
    private record Today(Instant at, Facts facts, Map<ZoneId, Map<LocationCode, Integer>> byZone) {
        int used(Location location) {
            if (location.dailyCapacity() == null) {
                return 0;
            }
            ZoneId zone = location.hours().zone();
            Map<LocationCode, Integer> counts = byZone.get(zone);
            if (counts == null) {
                counts = facts.room().assigned(location.hours().localDateAt(at));
                byZone.put(zone, counts);
            }
            return counts.getOrDefault(location.code(), 0);
        }
    }

    /** What is there and may not be used is named all the same, with the reason. */
    private static Candidate.Offer offer(int line, Sku sku, Lot lot, @Nullable BigDecimal cost, Facts facts) {
        if (lot.barred() != null) {
            return new Candidate.Offer(line, lot.units(), null, lot.barred());
        }
        Map<StockKey, Candidate.Shelf> shelves = facts.extras().shelves();
        Candidate.Shelf shelf = shelves.isEmpty()
                ? Candidate.Shelf.UNKNOWN
                : shelves.getOrDefault(new StockKey(sku, lot.at().location().code()), Candidate.Shelf.UNKNOWN);
        return new Candidate.Offer(line, lot.units(), cost, null, shelf);
    }

    private static @Nullable BigDecimal ownCost(@Nullable Product product, Currency currency) {
        return product == null ? null : comparable(product.unitCost(), currency);
    }

    private static @Nullable BigDecimal cost(Lot lot, Currency currency) {
        return lot.price() == null ? null : comparable(lot.price().unitCost(), currency);
    }

    /** Costs in another currency than the order's cannot be compared, so they count as unknown. */
    private static @Nullable BigDecimal comparable(@Nullable UnitCost cost, Currency currency) {
        return cost == null || !cost.money().currency().equals(currency)
                ? null
                : cost.money().amount();
    }

    private static OrderFacts orderFacts(Asking asking, Facts facts) {
        NewOrder order = asking.order();
        NewOrder.ShipTo to = order.shipTo();
        GeoPoint point = to.point() != null ? to.point() : facts.places().get(to.postalCode());
        Money value = Money.zero(order.currency());
        for (NewOrder.Line line : order.lines()) {
            value = value.plus(line.unitPrice().money().times(line.quantity()));
        }
        return new OrderFacts(
                asking.number() == null
                        ? order.external().number()
                        : asking.number().toString(),
                order.external().channel(),
                order.fulfillmentType(),
                order.requestedService(),
                order.currency().getCurrencyCode(),
                new Place(
                        point,
                        to.postalCode().country().text(),
                        to.region(),
                        to.postalCode().code()),
                value.amount(),
                order.attributes(),
                customer(order.attributes()));
    }

    /** Nothing that names a person: the segment, and attributes whose name begins with "customer.". */
    private static OrderFacts.Customer customer(Map<String, Object> attributes) {
        Map<String, Object> own = new HashMap<>();
        attributes.forEach((name, value) -> {
            if (name.startsWith(CUSTOMER)) {
                own.put(name.substring(CUSTOMER.length()), value);
            }
        });
        return new OrderFacts.Customer(attributes.get("segment") instanceof String group ? group : null, own);
    }
}

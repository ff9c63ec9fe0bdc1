package io.braid.sourcing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.braid.catalog.Product;
import io.braid.inventory.StockKey;
import io.braid.inventory.StockOffer;
import io.braid.kernel.GeoPoint;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Money;
import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.location.FulfillmentType;
import io.braid.location.Location;
import io.braid.location.LocationDay;
import io.braid.order.NewOrder;
import io.braid.pricing.ValidPrice;
import io.braid.routing.Candidate;
import io.braid.routing.Carriage;
import io.braid.routing.LineFacts;
import io.braid.routing.LocationFacts;
import io.braid.routing.OrderFacts;
import io.braid.routing.Place;
import io.braid.routing.Question;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts an order and what a batch knows into the engine's words. */
final class Questions {
    private static final String CUSTOMER = "customer.";

    /** Facts of a location never change for one version of it, and the value of a version is one object. */
    private final Cache<Location, LocationFacts> translated =
            Caffeine.newBuilder().weakKeys().build();

    Question about(Asking asking, List<LineFacts> lines, Facts facts) {
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
                location -> quotes == null ? null : quotes.cheapest(location, grams));
        return new Question(
                at,
                orderFacts(asking, facts),
                lines,
                candidates,
                facts.extras().rows().at(order.shipTo().postalCode()));
    }

    /** The locations that have something of these lines, with how a shipment from each would travel. */
    List<Candidate> candidates(
            List<LineFacts> lines,
            Currency currency,
            Instant at,
            Facts facts,
            Function<Location, @Nullable Carriage> travel) {
        Map<LocationCode, Offering> offerings = new LinkedHashMap<>();
        for (LineFacts line : lines) {
            Sku sku = new Sku(line.sku());
            for (LocationCode code : facts.stockedAt().getOrDefault(sku, List.of())) {
                Offering offering = offerings.computeIfAbsent(code, c -> Offering.of(location(facts, c)));
                Candidate.Offer offer = offer(line.line(), sku, offering.location, currency, facts);
                if (offer != null) {
                    offering.offers.add(offer);
                }
            }
        }
        List<Candidate> candidates = new ArrayList<>(offerings.size());
        for (Offering offering : offerings.values()) {
            if (!offering.offers.isEmpty()) {
                candidates.add(candidate(facts, offering, new Buying(currency, at), travel.apply(offering.location)));
            }
        }
        return candidates;
    }

    /** A location that has something of the order. */
    private record Offering(Location location, List<Candidate.Offer> offers) {
        static Offering of(Location location) {
            return new Offering(location, new ArrayList<>(4));
        }
    }

    /** In which currency something is bought, and when. */
    private record Buying(Currency currency, Instant at) {}

    private Candidate candidate(Facts facts, Offering offering, Buying buying, @Nullable Carriage carriage) {
        Location location = offering.location;
        Instant at = buying.at();
        int used = location.dailyCapacity() == null
                ? 0
                : facts.draft()
                        .assigned(new LocationDay(
                                location.code(), location.hours().localDateAt(at)));
        return new Candidate(
                translated.get(location, Questions::translate),
                used,
                offering.offers,
                carriage,
                Rooms.left(location, buying.currency(), at, facts.draft()),
                facts.extras().scores().get(location.code()));
    }

    static Location location(Facts facts, LocationCode code) {
        Location location = facts.locations().get(code);
        if (location == null) {
            throw new IllegalStateException("location " + code + " has stock and does not exist");
        }
        return location;
    }

    /**
     * A location that is owned by somebody can only offer what a contract prices today. What is there and may not be
     * used is named all the same, with the reason.
     */
    private static Candidate.@Nullable Offer offer(
            int line, Sku sku, Location location, Currency currency, Facts facts) {
        StockKey key = new StockKey(sku, location.code());
        Facts.Bars bars = facts.draft().bars();
        StockOffer barred = bars.stock().get(key);
        if (barred != null) {
            return new Candidate.Offer(line, barred.available(), null, barred.barred());
        }
        int available = facts.draft().available(key);
        if (available <= 0) {
            return null;
        }
        ValidPrice price = facts.price(location.vendor(), sku);
        if (location.vendor() != null && price == null) {
            return new Candidate.Offer(line, available, null, bars.withoutPrice(location.vendor(), sku));
        }
        Product product = facts.products().get(sku);
        UnitCost cost = price != null ? price.unitCost() : product == null ? null : product.unitCost();
        Candidate.Shelf shelf =
                facts.extras().shelves().getOrDefault(new StockKey(sku, location.code()), Candidate.Shelf.UNKNOWN);
        return new Candidate.Offer(line, available, comparable(cost, currency), null, shelf);
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

    private static LocationFacts translate(Location location) {
        return new LocationFacts(
                new LocationFacts.Identity(
                        location.code().text(),
                        location.kind().name(),
                        location.active(),
                        location.rank(),
                        location.groups()),
                new Place(
                        location.point(),
                        location.address().country().text(),
                        location.address().region(),
                        location.address().postal().code()),
                new LocationFacts.Workday(
                        location.hours(),
                        location.cutOff(),
                        location.dailyCapacity(),
                        location.fulfillmentTypes().stream()
                                .map(FulfillmentType::name)
                                .collect(Collectors.toSet()),
                        location.downtimes().stream()
                                .map(down -> new LocationFacts.Downtime(down.from(), down.to()))
                                .toList()),
                location.attributes());
    }
}

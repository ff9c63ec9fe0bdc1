package io.braid.sourcing;

import io.braid.catalog.Product;
import io.braid.kernel.GeoPoint;
import io.braid.kernel.LocationCode;
import io.braid.location.Location;
import io.braid.routing.Candidate;
import io.braid.routing.Carriage;
import io.braid.routing.Decision;
import io.braid.routing.LineFacts;
import io.braid.routing.OrderFacts;
import io.braid.routing.Place;
import io.braid.routing.Plan;
import io.braid.routing.Question;
import io.braid.sourcing.Promised.OfCart;
import io.braid.sourcing.Promised.OfLine;
import io.braid.sourcing.Promised.Parcel;
import io.braid.sourcing.Promised.Split;
import io.braid.sourcing.Promised.Together;
import io.braid.sourcing.Promised.Way;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One cart on its way through the engine. Belongs to one request. */
final class Promising {
    private final Cart cart;
    private final Facts facts;
    private final Quotes quotes;

    Promising(Cart cart, Facts facts, Quotes quotes) {
        this.cart = cart;
        this.facts = facts;
        this.quotes = quotes;
    }

    /** Two wishes, each with the order it puts services in for a weight. */
    private enum Wish {
        CHEAPEST,
        EARLIEST;

        Comparator<Carriage> order(long grams) {
            return switch (this) {
                case CHEAPEST -> Quotes.cheapestFirst(grams);
                case EARLIEST -> Quotes.earliestFirst(grams);
            };
        }
    }

    List<OfLine> lines() {
        return cart.items().stream().map(this::line).toList();
    }

    /** The locations that the live strategy would let serve the line; the best of them and their services. */
    private OfLine line(Cart.Item item) {
        List<LineFacts> lines = List.of(lineFacts(item));
        List<Candidate> candidates = candidates(lines, Wish.CHEAPEST);
        Map<String, Candidate> enough = new HashMap<>();
        for (Candidate candidate : candidates) {
            boolean suffices = candidate.offers().stream()
                    .anyMatch(offer -> offer.barred() == null && offer.available() >= item.quantity());
            if (suffices) {
                enough.put(candidate.location().code(), candidate);
            }
        }
        Decision decision = plan(lines, candidates).decision();
        List<Location> able = able(decision, enough);
        if (able.isEmpty()) {
            String whyNotOne = whyNone(item, candidates, enough, decision);
            return candidates.stream().filter(Promising::isUsable).count() < 2 || item.quantity() == 1
                    ? OfLine.not(item, whyNotOne)
                    : split(item, lines, whyNotOne);
        }
        long grams = Freight.grams(lines);
        Way cheapest = best(able, Wish.CHEAPEST, grams);
        Way earliest = best(able, Wish.EARLIEST, grams);
        return cheapest == null
                ? OfLine.not(item, quotes.whyNot(able.getFirst()))
                : new OfLine(item, cheapest, earliest, null, null);
    }

    private List<Location> able(Decision decision, Map<String, Candidate> enough) {
        for (Decision.Tried tried : decision.scenarios()) {
            List<Location> able = tried.candidates().stream()
                    .filter(verdict -> verdict.standing() != Decision.Standing.FILTERED)
                    .filter(verdict -> verdict.reasons().stream().allMatch(Decision.Reason::isAgainstAll))
                    .filter(verdict -> enough.containsKey(verdict.location()))
                    .map(verdict ->
                            facts.location(new LocationCode(verdict.location())).location())
                    .toList();
            if (!able.isEmpty()) {
                return able;
            }
        }
        return List.of();
    }

    private static String whyNone(
            Cart.Item item, List<Candidate> candidates, Map<String, Candidate> enough, Decision decision) {
        if (candidates.stream().noneMatch(Promising::isUsable)) {
            return "no location has units of " + item.sku() + " to promise" + barred(candidates);
        }
        if (enough.isEmpty()) {
            return "no one location has " + item.quantity() + " units of " + item.sku();
        }
        if (decision.scenarios().isEmpty()) {
            return "the live strategy has no route for this fulfilment type";
        }
        return "the live strategy rules out every location that has the units" + sentence(decision);
    }

    private static boolean isUsable(Candidate candidate) {
        return candidate.offers().stream().anyMatch(offer -> offer.barred() == null && offer.available() > 0);
    }

    private static String barred(List<Candidate> candidates) {
        return candidates.stream()
                .flatMap(candidate -> candidate.offers().stream()
                        .filter(offer -> offer.barred() != null)
                        .map(offer -> "; " + candidate.location().code() + ": " + offer.barred()))
                .findFirst()
                .orElse("");
    }

    /** Of the last scenario, the nearest location that failed a rule. */
    private static String sentence(Decision decision) {
        Decision.Tried last = decision.scenarios().getLast();
        return last.candidates().stream()
                .filter(verdict -> !verdict.reasons().isEmpty())
                .findFirst()
                .map(verdict -> "; " + decision.sentence(last, verdict))
                .orElse("");
    }

    private @Nullable Way best(List<Location> able, Wish wish, long grams) {
        Comparator<Carriage> order = wish.order(grams);
        Location from = null;
        Carriage best = null;
        for (Location location : able) {
            for (Carriage carriage : quotes.offered(location)) {
                if (best == null || order.compare(carriage, best) < 0) {
                    best = carriage;
                    from = location;
                }
            }
        }
        return best == null || from == null ? null : quotes.way(from, best, grams);
    }

    /** From several locations, as routing would split the line. */
    private OfLine split(Cart.Item item, List<LineFacts> lines, String whyNotOne) {
        Made cheapest = made(lines, Wish.CHEAPEST);
        Made earliest = made(lines, Wish.EARLIEST);
        if (cheapest.why != null || earliest.why != null) {
            String why = cheapest.why != null ? cheapest.why : earliest.why;
            return OfLine.not(item, whyNotOne + "; " + why);
        }
        return new OfLine(
                item,
                Together.of(cheapest.parcels).asOne(),
                Together.of(earliest.parcels).asOne(),
                new Split(cheapest.parcels, earliest.parcels),
                null);
    }

    OfCart together() {
        List<LineFacts> lines = cart.items().stream().map(this::lineFacts).toList();
        Map<Wish, Together> found = new HashMap<>();
        for (Wish wish : Wish.values()) {
            Made made = made(lines, wish);
            if (made.why != null) {
                return OfCart.not(made.why);
            }
            found.put(wish, Together.of(made.parcels));
        }
        return new OfCart(found.get(Wish.CHEAPEST), found.get(Wish.EARLIEST), null);
    }

    /** The shipments that routing would make, or why it would not make them all. */
    private record Made(List<Parcel> parcels, @Nullable String why) {}

    private Made made(List<LineFacts> lines, Wish wish) {
        Plan plan = plan(lines, candidates(lines, wish));
        if (!plan.unassigned().isEmpty()) {
            return new Made(List.of(), rest(plan.unassigned()));
        }
        List<Parcel> parcels = new ArrayList<>();
        for (Plan.Assignment assignment : plan.assignments()) {
            Location from =
                    facts.location(new LocationCode(assignment.location())).location();
            Way way = best(List.of(from), wish, Freight.grams(assignment, lines));
            if (way == null) {
                return new Made(List.of(), quotes.whyNot(from));
            }
            parcels.add(new Parcel(way, assignment.parts()));
        }
        return new Made(parcels, null);
    }

    private static String rest(List<Plan.Unassigned> unassigned) {
        Plan.Unassigned first = unassigned.getFirst();
        return "routing would leave " + first.quantity()
                + (first.quantity() == 1 ? " unit of line " : " units of line ") + first.line()
                + " without a location (" + first.outcome() + ")"
                + (unassigned.size() == 1 ? "" : ", and " + (unassigned.size() - 1) + " more");
    }

    private List<Candidate> candidates(List<LineFacts> lines, Wish wish) {
        long grams = Freight.grams(lines);
        Comparator<Carriage> order = wish.order(grams);
        Instant at = quotes.ordered();
        return Questions.candidates(lines, cart.currency(), at, facts, Travel.by(quotes, order));
    }

    private Plan plan(List<LineFacts> lines, List<Candidate> candidates) {
        Question question = new Question(
                quotes.ordered(),
                orderFacts(),
                lines,
                candidates,
                facts.extras().rows().at(cart.target().postalCode()));
        return facts.strategy().live().strategy().route(question);
    }

    private OrderFacts orderFacts() {
        Cart.Target target = cart.target();
        GeoPoint point = quotes.point();
        return new OrderFacts(
                "",
                cart.kind().channel(),
                cart.kind().fulfillmentType(),
                cart.services().size() == 1 ? cart.services().getFirst() : null,
                cart.currency().getCurrencyCode(),
                new Place(
                        point,
                        target.country().text(),
                        target.region(),
                        target.postalCode() == null ? null : target.postalCode().code()),
                null,
                cart.kind().attributes());
    }

    private LineFacts lineFacts(Cart.Item item) {
        Product product = facts.products().get(item.sku());
        if (product == null) {
            throw new IllegalStateException("product " + item.sku() + " was found and is not there");
        }
        return new LineFacts(
                item.line(),
                item.sku().text(),
                item.quantity(),
                product.weightGrams(),
                product.keepTogether() ? item.sku().text() : null,
                Map.of(),
                product.attributes(),
                Set.of());
    }
}

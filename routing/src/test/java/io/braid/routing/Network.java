package io.braid.routing;

import io.braid.kernel.GeoPoint;
import io.braid.kernel.OpeningHours;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A small network for tests, told in lines of text: locations on the equator so that a degree of longitude is 111 km,
 * the customer at longitude 0.
 */
final class Network {
    static final Instant MONDAY_NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Map<String, LocationFacts> locations = new HashMap<>();
    private final Map<String, Integer> usedToday = new HashMap<>();
    private Instant at = MONDAY_NOON;
    private Map<String, Object> orderAttributes = Map.of();

    /** One location with defaults that never stand in the way. */
    record Spot(String code, String kind, double degrees, Set<String> groups, Map<String, Object> attributes) {
        static Spot at(String code, double degrees) {
            return new Spot(code, "STORE", degrees, Set.of(), Map.of());
        }
    }

    /** {@code "ATL 3, MEM 5"}: codes with degrees from the customer. */
    static Network of(String spots) {
        Network network = new Network();
        for (String[] words : words(spots)) {
            network.add(Spot.at(words[0], Double.parseDouble(words[1])));
        }
        return network;
    }

    static List<String[]> words(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("[ :]+", -1))
                .toList();
    }

    Network add(Spot spot) {
        return add(spot, new LocationFacts.Workday(OpeningHours.always(ZoneId.of("UTC")), null, null, Set.of("SHIP")));
    }

    Network add(Spot spot, LocationFacts.Workday workday) {
        LocationFacts.Identity identity =
                new LocationFacts.Identity(spot.code(), spot.kind(), true, locations.size() + 1, spot.groups());
        return add(new LocationFacts(identity, place(spot.degrees()), workday, spot.attributes()));
    }

    Network add(LocationFacts facts) {
        locations.put(facts.code(), facts);
        return this;
    }

    static Place place(double degrees) {
        return new Place(new GeoPoint(0, degrees), "US", "TN", "38103");
    }

    Network usedToday(String code, int shipments) {
        usedToday.put(code, shipments);
        return this;
    }

    Network at(Instant instant) {
        at = instant;
        return this;
    }

    Network orderAttributes(Map<String, Object> attributes) {
        orderAttributes = attributes;
        return this;
    }

    static LocationFacts.Workday workday(OpeningHours hours, @Nullable LocalTime cutOff, @Nullable Integer capacity) {
        return new LocationFacts.Workday(hours, cutOff, capacity, Set.of("SHIP"));
    }

    static OrderFacts order(Map<String, Object> attributes) {
        return new OrderFacts(
                "100000001", "WEB", "SHIP", "GROUND", "USD", place(0), new BigDecimal("54.00"), attributes);
    }

    /** {@code "A 2, B 1"}: skus with quantities, numbered from 1. */
    static List<LineFacts> lines(String text) {
        List<LineFacts> lines = new ArrayList<>();
        for (String[] words : words(text)) {
            lines.add(LineFacts.of(lines.size() + 1, words[0], Integer.parseInt(words[1])));
        }
        return lines;
    }

    /** Stock such as {@code "ATL A:2 B:1, MEM A:5@7.25"}, with a unit cost behind an at sign. */
    Question question(List<LineFacts> lines, String stock) {
        List<Candidate> candidates = new ArrayList<>();
        for (String entry : stock.split(",", -1)) {
            String[] words = entry.strip().split(" +", -1);
            List<Candidate.Offer> offers = new ArrayList<>();
            for (String holding : Arrays.asList(words).subList(1, words.length)) {
                String[] parts = holding.split("[:@]", -1);
                BigDecimal cost = parts.length > 2 ? new BigDecimal(parts[2]) : null;
                for (LineFacts line : lines) {
                    if (line.sku().equals(parts[0])) {
                        offers.add(new Candidate.Offer(line.line(), Integer.parseInt(parts[1]), cost));
                    }
                }
            }
            if (locations.containsKey(words[0])) {
                candidates.add(new Candidate(locations.get(words[0]), usedToday.getOrDefault(words[0], 0), offers));
            }
        }
        return new Question(at, order(orderAttributes), lines, candidates);
    }

    Question question(String lines, String stock) {
        return question(lines(lines), stock);
    }

    /** {@code "ATL 1x2 2x1, MEM 3x1; rest 4x1 BACKORDER"}. */
    static String told(Plan plan) {
        String assigned = plan.assignments().stream()
                .map(assignment -> assignment.location() + " "
                        + assignment.parts().stream()
                                .map(part -> part.line() + "x" + part.quantity())
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
        String rest = plan.unassigned().stream()
                .map(each -> each.line() + "x" + each.quantity() + " " + each.outcome())
                .collect(Collectors.joining(" "));
        String separator = assigned.isEmpty() || rest.isEmpty() ? "" : "; ";
        return assigned + separator + (rest.isEmpty() ? "" : "rest " + rest);
    }
}

package io.braid.routing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One question laid out for reading, with a cursor on a candidate and a line. Belongs to one call and one thread; the
 * units themselves are counted in {@link Supply}.
 */
final class Facts {
    private final Question question;
    private final Candidate[] candidates;
    private final LineFacts[] lines;
    private final Supply supply;
    private final double[] distancesKm;
    private final Map<ZoneId, LocalDateTime> wallClocks = new HashMap<>();
    private int @Nullable [] codeOrder;
    private int candidate;
    private int line;

    Facts(Question question) {
        this.question = question;
        this.candidates = question.candidates().toArray(Candidate[]::new);
        this.lines = question.lines().toArray(LineFacts[]::new);
        this.supply = new Supply(candidates, lines);
        this.distancesKm = new double[candidates.length];
        Direction destination = Direction.of(question.order().destination().point());
        for (int i = 0; i < distancesKm.length; i++) {
            Direction there = candidates[i].location().direction();
            distancesKm[i] = destination == null || there == null ? Double.NaN : there.distanceKmTo(destination);
        }
    }

    /** The attributes that have a value. */
    static Map<String, Object> known(Map<String, Object> attributes) {
        for (@Nullable Object value : attributes.values()) {
            if (value == null) {
                Map<String, Object> present = new HashMap<>(attributes);
                present.values().removeIf(each -> (@Nullable Object) each == null);
                return Map.copyOf(present);
            }
        }
        return Map.copyOf(attributes);
    }

    void moveTo(int candidate) {
        this.candidate = candidate;
    }

    void moveToLine(int line) {
        this.line = line;
    }

    /** What the clock on the location's wall shows. Networks have few zones, so few conversions are made. */
    LocalDateTime localTime() {
        return wallClocks.computeIfAbsent(
                location().workday().hours().zone(), zone -> LocalDateTime.ofInstant(question.at(), zone));
    }

    Instant at() {
        return question.at();
    }

    OrderFacts order() {
        return question.order();
    }

    Lexicon.Rows rows() {
        return question.rows();
    }

    /** The candidate at the cursor. */
    Candidate candidate() {
        return candidates[candidate];
    }

    Candidate candidate(int candidate) {
        return candidates[candidate];
    }

    /** What the candidate at the cursor offers for the line at the cursor; null when nothing. */
    Candidate.@Nullable Offer offer() {
        int number = lines[line].line();
        for (Candidate.Offer offer : candidates[candidate].offers()) {
            if (offer.line() == number) {
                return offer;
            }
        }
        return null;
    }

    Candidate.Room room(int candidate) {
        return candidates[candidate].room();
    }

    /** Weight of all units of the question the candidate at the cursor has in stock. */
    long reachableGrams() {
        long grams = 0;
        for (Candidate.Offer offer : candidates[candidate].offers()) {
            for (LineFacts asked : lines) {
                if (asked.line() == offer.line()) {
                    grams += (long) Math.min(offer.available(), asked.quantity()) * asked.weightGrams();
                }
            }
        }
        return grams;
    }

    /** Units of the question the candidate at the cursor has in stock. */
    long reachableUnits() {
        long units = 0;
        for (Candidate.Offer offer : candidates[candidate].offers()) {
            for (LineFacts asked : lines) {
                units += asked.line() == offer.line() ? Math.min(offer.available(), asked.quantity()) : 0;
            }
        }
        return units;
    }

    /** What these units cost there; those without an agreed cost count as nothing. */
    BigDecimal reachableCost() {
        BigDecimal cost = BigDecimal.ZERO;
        for (Candidate.Offer offer : candidates[candidate].offers()) {
            for (LineFacts asked : lines) {
                if (asked.line() == offer.line() && offer.unitCost() != null) {
                    int units = Math.min(offer.available(), asked.quantity());
                    cost = cost.add(offer.unitCost().multiply(BigDecimal.valueOf(units)));
                }
            }
        }
        return cost;
    }

    LineFacts line() {
        return lines[line];
    }

    LineFacts line(int line) {
        return lines[line];
    }

    LocationFacts location() {
        return candidates[candidate].location();
    }

    LocationFacts location(int candidate) {
        return candidates[candidate].location();
    }

    /** How the candidate's shipment would travel; null when nobody asked. */
    @Nullable
    Carriage carriage(int candidate) {
        return candidates[candidate].carriage();
    }

    int candidateCount() {
        return candidates.length;
    }

    int lineCount() {
        return lines.length;
    }

    Supply supply() {
        return supply;
    }

    double distanceKm() {
        return distancesKm[candidate];
    }

    double distanceKm(int candidate) {
        return distancesKm[candidate];
    }

    int available() {
        return supply.available(candidate, line);
    }

    @Nullable
    Object unitCost() {
        return supply.unitCost(candidate, line);
    }

    /** Shipments the location can still take before a window of its is full; infinite without a limit. */
    double remainingCapacity() {
        return remainingCapacity(candidate);
    }

    double remainingCapacity(int candidate) {
        Integer capacity = location(candidate).workday().dailyCapacity();
        Long orders = candidates[candidate].room().orders();
        double today =
                capacity == null ? Double.POSITIVE_INFINITY : Math.max(0, capacity - candidates[candidate].usedToday());
        return orders == null ? today : Math.min(today, (double) Math.max(0, orders));
    }

    /** The candidate's place in the alphabet of codes, worked out when a sort first asks for it. */
    int codeOrder(int candidate) {
        int[] order = codeOrder;
        if (order == null) {
            order = new int[candidates.length];
            List<String> codes = Stream.of(candidates)
                    .map(each -> each.location().code())
                    .sorted()
                    .toList();
            for (int i = 0; i < order.length; i++) {
                order[i] = Collections.binarySearch(codes, location(i).code());
            }
            codeOrder = order;
        }
        return order[candidate];
    }
}

package io.braid.routing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The places of a candidate in the ascending orders that sorts may use, as whole numbers that compare fast. */
final class Keys {
    /** Unit costs carry at most four places. */
    private static final int COST_PLACES = 4;

    private static final double METRES = 1000;

    private Keys() {}

    static long distance(Facts facts, int candidate) {
        double distanceKm = facts.distanceKm(candidate);
        return Double.isNaN(distanceKm) ? Field.Key.MISSING : Math.round(distanceKm * METRES);
    }

    static long remainingCapacity(Facts facts, int candidate) {
        double remaining = facts.remainingCapacity(candidate);
        return Double.isInfinite(remaining) ? Field.Key.MISSING - 1 : (long) remaining;
    }

    static long code(Facts facts, int candidate) {
        return facts.codeOrder(candidate);
    }

    static long available(Facts facts, int candidate) {
        long units = 0;
        for (int line = 0; line < facts.lineCount(); line++) {
            if (facts.supply().isEligible(candidate, line)) {
                units += facts.supply().available(candidate, line);
            }
        }
        return units;
    }

    /** The average cost of a unit it could supply, in ten-thousandths; lines without an agreed cost do not count. */
    static long unitCost(Facts facts, int candidate) {
        BigDecimal total = BigDecimal.ZERO;
        long units = 0;
        for (int line = 0; line < facts.lineCount(); line++) {
            int usable = facts.supply().usable(candidate, line);
            BigDecimal cost = facts.supply().unitCost(candidate, line);
            if (usable > 0 && cost != null) {
                total = total.add(cost.multiply(BigDecimal.valueOf(usable)));
                units += usable;
            }
        }
        if (units == 0) {
            return Field.Key.MISSING;
        }
        return total.movePointRight(COST_PLACES)
                .divide(BigDecimal.valueOf(units), 0, RoundingMode.HALF_UP)
                .longValue();
    }

    static Field.Key attribute(String name) {
        return (facts, candidate) -> {
            BigDecimal value =
                    Field.decimal(facts.location(candidate).attributes().get(name));
            return value == null ? Field.Key.MISSING : sortable(value.doubleValue());
        };
    }

    /** The bits of a binary number in an order of whole numbers. */
    private static long sortable(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    /** A shuffle that is the same for the same order, whoever asks and whenever. */
    static long random(Facts facts, int candidate) {
        long mixed = facts.order().number().hashCode() * 0x9E3779B97F4A7C15L
                + facts.location(candidate).code().hashCode();
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return (mixed ^ (mixed >>> 31)) >>> 1;
    }

    /** The value behind a candidate's key, for people; null when it is missing. */
    static @Nullable Object shown(Field field, long key) {
        if (key == Field.Key.MISSING) {
            return null;
        }
        return switch (field.name().text()) {
            case "distanceKm" -> key / METRES;
            case "unitCost" -> BigDecimal.valueOf(key, COST_PLACES);
            case "location.remainingCapacity" ->
                key == Field.Key.MISSING - 1 ? (Object) Double.POSITIVE_INFINITY : (Object) key;
            default -> field.key() instanceof NumberKey ? NumberKey.shown(key) : (Object) key;
        };
    }
}

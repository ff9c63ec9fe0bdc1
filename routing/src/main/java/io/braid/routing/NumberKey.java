package io.braid.routing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The place of a candidate by any number that is read from it. A number that differs by line counts as its average over
 * the units the candidate could supply; lines without a number do not count.
 */
record NumberKey(Field.Reader reader, int needs) implements Field.Key {
    /** Averages are told to this many places; further ones are noise of the division. */
    private static final double PLACES = 1e6;

    static NumberKey of(Field.Reader reader, int needs) {
        return new NumberKey(reader, needs);
    }

    @Override
    public long of(Facts facts, int candidate) {
        facts.moveTo(candidate);
        double number = (needs & Field.LINE) == 0 ? number(facts) : average(facts, candidate);
        return Double.isNaN(number) ? MISSING : sortable(number);
    }

    private double average(Facts facts, int candidate) {
        double sum = 0;
        long units = 0;
        for (int line = 0; line < facts.lineCount(); line++) {
            int usable = facts.supply().usable(candidate, line);
            if (usable > 0) {
                facts.moveToLine(line);
                double value = number(facts);
                if (!Double.isNaN(value)) {
                    sum += value * usable;
                    units += usable;
                }
            }
        }
        return units == 0 ? Double.NaN : Math.round(sum / units * PLACES) / PLACES;
    }

    private double number(Facts facts) {
        if (reader instanceof Field.Measure measure) {
            return measure.of(facts);
        }
        BigDecimal value = Field.decimal(reader.read(facts));
        return value == null ? Double.NaN : value.doubleValue();
    }

    /** The bits of a binary number in an order of whole numbers. */
    static long sortable(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    /** The number behind a key, for people. */
    static @Nullable Object shown(long key) {
        double value = Double.longBitsToDouble(key ^ ((key >> 63) & Long.MAX_VALUE));
        if (Double.isInfinite(value)) {
            return null;
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? (Object) (long) value : (Object) value;
    }

    /** A shuffle that is the same for the same order and seed, whoever asks and whenever. */
    static Field.Key shuffled(long seed) {
        return (facts, candidate) -> {
            long mixed = Keys.random(facts, candidate) ^ (seed * 0x9E3779B97F4A7C15L);
            mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
            return (mixed ^ (mixed >>> 31)) >>> 1;
        };
    }
}

package io.braid.routing;

import io.braid.routing.Objective.Kind;
import io.braid.routing.Objective.Part;
import io.braid.routing.Objective.Per;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An objective with one question's numbers in it: what a shipment, a unit and a weight cost where. All amounts are in
 * ten-thousandths of the order's currency, the four places that money has; a product is rounded half up to them once,
 * per unit or per shipment.
 */
final class Bill implements Purchase.Charges {
    /** The attribute of an order that tells the day it is wished for. */
    static final String WISHED = "deliverBy";

    private static final long ONE = 10_000;

    /** A hundred million per unit or shipment: more is as bad as this. */
    private static final long AMOUNT_MAX = 100_000_000 * ONE;

    /** Ten million for one shipment, at a weight of up to a thousand. */
    private static final long FREIGHT_MAX = 10_000_000 * ONE;

    private static final long FREIGHT_WEIGHT_MAX = 1_000 * ONE;
    private static final int MINOR_PLACES = 2;

    /** Numbers with no more digits before the point are below the limits. */
    private static final int PLAIN_DIGITS = 8;

    private static final BigDecimal MOST = BigDecimal.valueOf(AMOUNT_MAX / ONE);
    private static final BigDecimal LEAST = MOST.negate();

    private final Facts facts;
    private final Term[] terms;
    private final Sum perUnit;
    private final Sum perShipment;
    private final long freightMax;
    private final long perMinorUnit;
    private final @Nullable LocalDate wished;
    private final long split;
    private final long freightWeight;
    private boolean guessed;

    /** A part with its amount as a number, worked out once; a plain one has the weight one. */
    private record Term(Part part, long amount, boolean isPlain) {
        static Term of(Part part) {
            return new Term(part, Bill.amount(part.amount()), part.weight().compareTo(BigDecimal.ONE) == 0);
        }

        boolean isFixed() {
            boolean counts = part.kind() != Kind.UNIT_COST && part.kind() != Kind.LATENESS;
            return counts && part.field() == null;
        }

        /** What a shipment costs by its weight, and for being one more, is added up elsewhere. */
        boolean isFor(Per per) {
            return part.per() == per && part.kind() != Kind.SHIPPING && part.kind() != Kind.SPLIT;
        }
    }

    /** What is counted for the same thing: amounts that are the same everywhere, added up, and the others. */
    private record Sum(long everywhere, Term[] varying) {
        static Sum of(Term[] terms, Per per) {
            long everywhere = 0;
            List<Term> varying = new ArrayList<>();
            for (Term term : terms) {
                if (term.isFor(per) && term.isFixed()) {
                    everywhere += term.part.kind() == Kind.MARKDOWN ? -term.amount : term.amount;
                } else if (term.isFor(per)) {
                    varying.add(term);
                }
            }
            return new Sum(everywhere, varying.toArray(Term[]::new));
        }
    }

    Bill(Facts facts, Objective objective) {
        this.facts = facts;
        this.terms = objective.parts().stream().map(Term::of).toArray(Term[]::new);
        this.perUnit = Sum.of(terms, Per.UNIT);
        this.perShipment = Sum.of(terms, Per.SHIPMENT);
        this.perMinorUnit = perMinorUnit(facts.order().currency());
        this.freightMax = FREIGHT_MAX / perMinorUnit;
        this.wished = wished(facts.order());
        long splits = 0;
        long weight = 0;
        for (Term term : terms) {
            splits += term.part.kind() == Kind.SPLIT ? term.amount : 0;
            weight += term.part.kind() == Kind.SHIPPING ? amount(term.part.weight()) : 0;
        }
        this.split = splits;
        this.freightWeight = Math.min(weight, FREIGHT_WEIGHT_MAX);
    }

    private static long perMinorUnit(String currency) {
        int places = places(currency);
        long factor = ONE;
        for (int i = 0; i < places; i++) {
            factor /= 10;
        }
        return Math.max(1, factor);
    }

    private static int places(String currency) {
        try {
            return Currency.getInstance(currency).getDefaultFractionDigits();
        } catch (IllegalArgumentException unknown) {
            return MINOR_PLACES;
        }
    }

    private static @Nullable LocalDate wished(OrderFacts order) {
        Object value = order.attributes().get(WISHED);
        try {
            return value == null ? null : LocalDate.parse(value.toString());
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    private static long amount(BigDecimal value) {
        if (value.precision() - value.scale() <= PLAIN_DIGITS) {
            // The common case: far from the limits.
            return value.setScale(Plan.Cost.PLACES, RoundingMode.HALF_UP)
                    .scaleByPowerOfTen(Plan.Cost.PLACES)
                    .longValue();
        }
        if (value.compareTo(MOST) >= 0) {
            return AMOUNT_MAX;
        }
        if (value.compareTo(LEAST) <= 0) {
            return -AMOUNT_MAX;
        }
        return value.scaleByPowerOfTen(Plan.Cost.PLACES)
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
    }

    @Override
    public long split() {
        return split;
    }

    @Override
    public long perShipment(int candidate) {
        facts.moveTo(candidate);
        long sum = perShipment.everywhere;
        for (Term term : perShipment.varying) {
            sum += value(term, candidate);
        }
        return Math.clamp(sum, -AMOUNT_MAX, AMOUNT_MAX);
    }

    @Override
    public long perUnit(int candidate, int line) {
        facts.moveTo(candidate);
        facts.moveToLine(line);
        long sum = perUnit.everywhere;
        for (Term term : perUnit.varying) {
            sum += value(term, candidate);
        }
        return Math.clamp(sum, -AMOUNT_MAX, AMOUNT_MAX);
    }

    @Override
    public long freight(int candidate, long grams) {
        Carriage carriage = freightWeight == 0 ? null : facts.carriage(candidate);
        if (carriage == null) {
            return 0;
        }
        long tariff = Math.clamp(carriage.tariff().costOf(grams), 0, freightMax) * perMinorUnit;
        return freightWeight == ONE ? tariff : (tariff * freightWeight + ONE / 2) / ONE;
    }

    private long value(Term term, int candidate) {
        long value = switch (term.part.kind()) {
            case SHIPPING, SPLIT -> 0;
            case LATENESS -> daysLate(candidate) * term.amount;
            case UNIT_COST -> product(term, facts.unitCost());
            case HANDLING, STOCK_OUT, MARKDOWN, OTHER -> counted(term);
        };
        return term.part.kind() == Kind.MARKDOWN ? -value : value;
    }

    private long counted(Term term) {
        Field field = term.part.field();
        return field == null ? term.amount : product(term, field.reader().read(facts));
    }

    /** Remembers that nobody knew the value, for who tells the cost. */
    private long product(Term term, @Nullable Object value) {
        if (value instanceof Integer whole && term.isPlain) {
            return Math.clamp(whole * ONE, -AMOUNT_MAX, AMOUNT_MAX);
        }
        BigDecimal number = Field.decimal(value);
        guessed |= number == null;
        BigDecimal known = number == null ? term.part.missing() : number;
        return amount(term.isPlain ? known : known.multiply(term.part.weight()));
    }

    private long daysLate(int candidate) {
        Carriage carriage = facts.carriage(candidate);
        LocalDate promise = carriage == null ? null : carriage.promise();
        return wished == null || promise == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(wished, promise));
    }

    /** A shipment, or what is added to one: the units by line, and the grams it had before. */
    record Load(int candidate, int[] units, long gramsBefore, boolean isNew, boolean isFirst) {}

    /** The cost of a load by its parts. */
    Plan.Cost cost(Load load) {
        List<Plan.Amount> amounts = new ArrayList<>();
        List<Plan.Amount> unknown = new ArrayList<>();
        boolean freightTold = false;
        for (Term term : terms) {
            Part part = term.part;
            long sum = 0;
            guessed = false;
            if (part.kind() == Kind.SHIPPING && !freightTold) {
                sum = freight(load);
                freightTold = true;
            } else if (part.kind() == Kind.SPLIT) {
                sum = load.isNew() && !load.isFirst() ? term.amount : 0;
            } else if (part.kind() != Kind.SHIPPING) {
                sum = part.per() == Per.UNIT ? units(term, load) : shipment(term, load);
            }
            if (sum != 0) {
                amounts.add(new Plan.Amount(part.name(), Plan.Cost.money(sum)));
            }
            if (guessed) {
                unknown.add(new Plan.Amount(part.name(), part.missing()));
            }
        }
        return Plan.Cost.of(amounts, unknown);
    }

    private long freight(Load load) {
        long grams = load.gramsBefore();
        for (int line = 0; line < load.units().length; line++) {
            grams += (long) facts.line(line).weightGrams() * load.units()[line];
        }
        long before = load.isNew() ? 0 : freight(load.candidate(), load.gramsBefore());
        return freight(load.candidate(), grams) - before;
    }

    private long shipment(Term term, Load load) {
        facts.moveTo(load.candidate());
        return load.isNew() ? value(term, load.candidate()) : 0;
    }

    private long units(Term term, Load load) {
        facts.moveTo(load.candidate());
        long sum = 0;
        for (int line = 0; line < load.units().length; line++) {
            if (load.units()[line] > 0) {
                facts.moveToLine(line);
                sum += value(term, load.candidate()) * load.units()[line];
            }
        }
        return sum;
    }
}

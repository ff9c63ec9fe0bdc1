package io.braid.routing;

import io.braid.routing.Decision.Reason;
import io.braid.routing.Decision.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate still has room for, by units and by selling value, handed out to lines in their order. What it hands
 * out never exceeds the room, whatever the assignment then takes of it; a line that does not fit whole gets nothing
 * unless units may be split.
 */
final class Budget {
    private static final String CAPACITIES = "capacities";
    private static final Rule UNITS =
            new Rule(CAPACITIES, Fields.REMAINING_UNITS.name().text(), Relation.GREATER_OR_EQUAL, null);
    private static final Rule MONEY =
            new Rule(CAPACITIES, Fields.REMAINING_MONEY.name().text(), Relation.GREATER_OR_EQUAL, null);

    private final Facts facts;
    private final Candidate.Room room;
    private final boolean splitUnits;
    private long units;
    private @Nullable BigDecimal money;
    private @Nullable Reason shortage;

    private Budget(Facts facts, Candidate.Room room, boolean splitUnits) {
        this.facts = facts;
        this.room = room;
        this.splitUnits = splitUnits;
        this.units = room.units() == null ? Long.MAX_VALUE : Math.max(0, room.units());
        this.money = room.money();
    }

    /** What is left after earlier scenarios; null without any limit. */
    static @Nullable Budget of(Facts facts, int candidate, Scenario.Spread spread) {
        Candidate.Room room = facts.room(candidate);
        if (room.units() == null && room.money() == null) {
            return null;
        }
        Budget budget = new Budget(facts, room, spread.splitUnits() && !spread.isWhole());
        for (int line = 0; line < facts.lineCount(); line++) {
            budget.spend(line, facts.supply().placed(candidate, line));
        }
        return budget;
    }

    /** Units of the line, at most those wanted. */
    int grant(int line, int wanted) {
        shortage = null;
        long fits = Math.min(units, affordable(line, wanted));
        if (fits < wanted) {
            boolean byUnits = units <= affordable(line, wanted);
            shortage = new Reason(
                    byUnits ? bounded(UNITS, room.unitsBound(), "units") : bounded(MONEY, room.moneyBound(), ""),
                    byUnits ? (Object) units : money,
                    facts.line(line).line());
        }
        int granted = fits >= wanted ? wanted : splitUnits ? (int) Math.max(0, fits) : 0;
        spend(line, granted);
        return granted;
    }

    /** Whether the reason is that there is too little room. */
    static boolean isRoom(Reason reason) {
        return reason.rule().pointer().equals(CAPACITIES);
    }

    /** Why the last grant was less than wanted. */
    @Nullable
    Reason shortage() {
        return shortage;
    }

    private Rule bounded(Rule rule, Candidate.@Nullable Bound bound, String what) {
        return bound == null
                ? rule
                : new Rule(rule.pointer(), rule.field(), rule.relation(), new WallClock(facts).told(bound, what));
    }

    private long affordable(int line, int wanted) {
        BigDecimal price = facts.line(line).unitPrice();
        if (money == null || price == null || price.signum() <= 0) {
            return wanted;
        }
        BigDecimal all = price.multiply(BigDecimal.valueOf(wanted));
        return all.compareTo(money) <= 0
                ? wanted
                : Math.max(0, money.divide(price, 0, RoundingMode.FLOOR).longValue());
    }

    private void spend(int line, int spent) {
        BigDecimal price = facts.line(line).unitPrice();
        units -= units == Long.MAX_VALUE ? 0 : spent;
        if (money != null && price != null) {
            money = money.subtract(price.multiply(BigDecimal.valueOf(spent)));
        }
    }
}

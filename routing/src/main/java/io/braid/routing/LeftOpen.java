package io.braid.routing;

import io.braid.routing.Decision.Reason;
import io.braid.routing.Decision.Why;
import java.util.List;

/**
 * Why one scenario left units of a line open, from what it found of the candidates that still have some. Reads what the
 * attempt left behind in {@link Supply} and changes nothing.
 */
final class LeftOpen {
    private final Facts facts;
    private final Supply supply;
    private final Scenario.Spread spread;
    private final Demand demand;
    private final List<List<Reason>> reasons;

    LeftOpen(Facts facts, Scenario.Spread spread, Demand demand, List<List<Reason>> reasons) {
        this.facts = facts;
        this.supply = facts.supply();
        this.spread = spread;
        this.demand = demand;
        this.reasons = reasons;
    }

    /** The reason, and the number in it. */
    record Left(Why why, long figure) {
        static final Left UNTRIED = new Left(Why.UNTRIED, 0);
        static final Left NOT_KEPT = new Left(Why.NOT_KEPT, 0);
    }

    Left why(int line) {
        long most = 0;
        Why closest = null;
        for (int candidate = 0; candidate < facts.candidateCount(); candidate++) {
            int has = supply.available(candidate, line);
            if (has > 0) {
                Why here = why(candidate, line, has);
                closest = closest == null || rank(here) < rank(closest) ? here : closest;
                most = here == Why.TOO_FEW ? Math.max(most, has) : most;
            }
        }
        Why found = closest == null ? gone(line) : closest;
        return new Left(found, figure(found, most));
    }

    /** Nobody has any left. */
    private Why gone(int line) {
        if (supply.isOffered(line)) {
            return Why.ALL_PLACED;
        }
        return supply.isBarred(line) ? Why.BARRED : Why.NOWHERE;
    }

    /** What was nearest to success is told: a limit before too little, too little before a rule. */
    private static int rank(Why why) {
        return switch (why) {
            case SHIPMENTS -> 0;
            case LOCATIONS_PER_LINE -> 1;
            case TOGETHER -> 2;
            case TOO_FEW -> 3;
            case NO_ROOM -> 4;
            case RULED_OUT -> 5;
            case NOT_FOUND, NOT_KEPT, UNTRIED, NOWHERE, BARRED, ALL_PLACED -> 6;
        };
    }

    private long figure(Why why, long most) {
        return switch (why) {
            case SHIPMENTS -> spread.shipmentsMax();
            case LOCATIONS_PER_LINE -> spread.locationsPerLineMax();
            case TOO_FEW -> most;
            case UNTRIED, NOWHERE, BARRED, ALL_PLACED, TOGETHER, NO_ROOM, RULED_OUT, NOT_KEPT, NOT_FOUND -> 0;
        };
    }

    private Why why(int candidate, int line, int has) {
        List<Reason> against = reasons.get(candidate);
        boolean tooLittle = !against.isEmpty() && Screening.isShortage(against.getFirst());
        if (!against.isEmpty() && !tooLittle) {
            return Why.RULED_OUT;
        }
        int item = demand.itemOf(line);
        if (tooLittle || has < demand.needed(item, line)) {
            return demand.lines(item).length > 1 ? Why.TOGETHER : Why.TOO_FEW;
        }
        if (!supply.isEligible(candidate, line)) {
            return supply.placed(candidate, line) > 0 ? Why.NO_ROOM : Why.RULED_OUT;
        }
        if (supply.locationsLeft(line) == 0 && supply.placed(candidate, line) == 0) {
            return Why.LOCATIONS_PER_LINE;
        }
        if (demand.gain(candidate, item) == 0) {
            return demand.lines(item).length > 1 ? Why.TOGETHER : Why.TOO_FEW;
        }
        return supply.usedCount() >= spread.shipmentsMax() ? Why.SHIPMENTS : Why.NOT_FOUND;
    }
}

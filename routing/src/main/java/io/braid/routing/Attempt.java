package io.braid.routing;

import io.braid.routing.Decision.Reason;
import io.braid.routing.Decision.Rule;
import io.braid.routing.Decision.Standing;
import io.braid.routing.Decision.Verdict;
import io.braid.routing.Scenario.Mode;
import io.braid.routing.Scenario.Sort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One scenario tried on what is still open: screen, rank, assign, and say of every candidate what became of it. The
 * units are placed in {@link Supply} when the constructor returns.
 */
final class Attempt {
    /** Candidates that were not ranked are told nearest first. */
    private static final List<Sort> NEAREST =
            List.of(new Sort("", Fields.DISTANCE, Keys::distance, Scenario.Direction.ASC));

    private static final Rule UNPRICED = new Rule("/assignment/objective", "shipping cost", Relation.EXISTS, true);

    private final Facts facts;
    private final Supply supply;
    private final Scenario scenario;
    private final boolean pricesShipping;
    private final long openBefore;
    private final List<List<Reason>> reasons;
    private final List<List<Reason>> lineReasons;
    private final int[] out;
    private final Ranking ranking;
    private final long[] reach;
    private final long[] placedBefore;
    private final Assigning assigning;

    Attempt(Facts facts, Scenario scenario) {
        this.facts = facts;
        this.supply = facts.supply();
        this.scenario = scenario;
        this.pricesShipping = scenario.spread().pricesShipping();
        this.openBefore = supply.openUnits();
        this.reasons = new ArrayList<>(facts.candidateCount());
        this.lineReasons = new ArrayList<>(facts.candidateCount());
        Demand demand = new Demand(facts, scenario.spread());
        int[] able = new int[facts.candidateCount()];
        int[] unable = new int[facts.candidateCount()];
        int ables = 0;
        Screening screening = new Screening(facts, scenario, demand);
        for (int candidate = 0; candidate < able.length; candidate++) {
            List<Reason> against = unpriced(candidate, screening.screen(candidate));
            reasons.add(against);
            lineReasons.add(screening.lineReasons());
            if (against.isEmpty()) {
                able[ables++] = candidate;
            } else {
                unable[candidate - ables] = candidate;
            }
        }
        this.out = Arrays.copyOf(unable, able.length - ables);
        this.ranking = new Ranking(facts, scenario.sorts(), Arrays.copyOf(able, ables));
        this.reach = perCandidate(Attempt::reach);
        this.placedBefore = supply.usedCount() == 0 ? new long[facts.candidateCount()] : perCandidate(Attempt::placed);
        this.assigning = new Assigning(new Purchase.Market(facts, demand, ranking.order()), scenario.spread());
    }

    /** Where shipping is priced, a location of which nobody knows what shipping costs cannot be compared. */
    private List<Reason> unpriced(int candidate, List<Reason> against) {
        boolean priced = against.isEmpty() && pricesShipping && facts.carriage(candidate) == null;
        return priced ? List.of(new Reason(UNPRICED, null, 0)) : against;
    }

    private interface Count {
        long of(Attempt attempt, int candidate);
    }

    private long[] perCandidate(Count count) {
        long[] counts = new long[facts.candidateCount()];
        for (int candidate : ranking.order()) {
            counts[candidate] = count.of(this, candidate);
        }
        return counts;
    }

    private long reach(int candidate) {
        long units = 0;
        for (int line = 0; line < facts.lineCount(); line++) {
            units += supply.usable(candidate, line);
        }
        return units;
    }

    private long placed(int candidate) {
        long units = 0;
        for (int line = 0; line < facts.lineCount(); line++) {
            units += supply.placed(candidate, line);
        }
        return units;
    }

    Assigning assigning() {
        return assigning;
    }

    Decision.Match match() {
        long open = supply.openUnits();
        if (open == 0) {
            return Decision.Match.FULL;
        }
        return open == openBefore ? Decision.Match.NONE : Decision.Match.PARTIAL;
    }

    /** Chosen ones by rank, then those that lost by rank, then those that were ruled out, nearest first. */
    List<Verdict> verdicts() {
        int[] ranked = ranking.order();
        List<Verdict> verdicts = new ArrayList<>(facts.candidateCount());
        for (int rank = 0; rank < ranked.length; rank++) {
            if (isChosen(ranked[rank])) {
                verdicts.add(chosen(ranked[rank], rank));
            }
        }
        Lost loss = new Lost(winner(ranked));
        for (int rank = 0; rank < ranked.length; rank++) {
            int candidate = ranked[rank];
            if (!isChosen(candidate)) {
                verdicts.add(verdict(candidate, Standing.LOST, rank + 1, loss.reasons(candidate, rank)));
            }
        }
        int[] nearestFirst = out.length == 0 ? out : new Ranking(facts, NEAREST, out).order();
        for (int candidate : nearestFirst) {
            verdicts.add(verdict(candidate, Standing.FILTERED, 0, reasons.get(candidate)));
        }
        return verdicts;
    }

    private Verdict chosen(int candidate, int rank) {
        Verdict verdict = verdict(candidate, Standing.CHOSEN, rank + 1, lineReasons.get(candidate));
        Plan.Cost cost = cost(rank);
        return cost == null
                ? verdict
                : new Verdict(
                        verdict.location(),
                        verdict.standing(),
                        verdict.rank(),
                        verdict.distanceKm(),
                        verdict.reasons(),
                        cost);
    }

    /** Adds what this scenario's units cost, by candidate. */
    void addCosts(Map<Integer, Plan.Cost> costs) {
        int[] ranked = ranking.order();
        for (int rank = 0; rank < ranked.length && assigning.purchase() != null; rank++) {
            Plan.Cost cost = cost(rank);
            if (cost != null) {
                costs.merge(ranked[rank], cost, Plan.Cost::plus);
            }
        }
    }

    private Plan.@Nullable Cost cost(int rank) {
        Purchase purchase = assigning.purchase();
        return purchase == null ? null : purchase.cost(rank);
    }

    private boolean isChosen(int candidate) {
        return supply.isUsed(candidate) && placed(candidate) > placedBefore[candidate];
    }

    private int winner(int[] ranked) {
        for (int rank = 0; rank < ranked.length; rank++) {
            if (isChosen(ranked[rank])) {
                return rank;
            }
        }
        return -1;
    }

    private Verdict verdict(int candidate, Standing standing, int rank, List<Reason> against) {
        double distanceKm = facts.distanceKm(candidate);
        return new Verdict(
                facts.location(candidate).code(),
                standing,
                rank,
                Double.isNaN(distanceKm) ? null : (Double) distanceKm,
                against);
    }

    /** Says by what a candidate that could have served lost to those that were chosen. */
    private final class Lost {
        private final int winnerRank;
        private final int chosenCount;
        private final boolean limitReached;
        private final @Nullable Rule[] sortRules = new Rule[scenario.sorts().size() + 1];
        private final Rule fewer;
        private final Rule within;
        private final @Nullable Swaps dearer;

        Lost(int winnerRank) {
            this.winnerRank = winnerRank;
            int count = 0;
            for (int candidate : ranking.order()) {
                count += isChosen(candidate) ? 1 : 0;
            }
            this.chosenCount = count;
            this.limitReached = supply.openUnits() > 0
                    && supply.usedCount() >= scenario.spread().shipmentsMax();
            this.fewer = new Rule(
                    "/assignment/mode", Fields.AVAILABLE.name().text(), Relation.FEWER_SHIPMENTS, (long) count);
            this.within = new Rule("/assignment/maxShipments", null, Relation.WITHIN_SHIPMENTS, (long)
                    scenario.spread().shipmentsMax());
            Purchase purchase = assigning.purchase();
            this.dearer = purchase == null ? null : purchase.swaps();
        }

        List<Reason> reasons(int candidate, int rank) {
            Reason first = reason(candidate, rank);
            if (lineReasons.get(candidate).isEmpty()) {
                return List.of(first);
            }
            List<Reason> all = new ArrayList<>(lineReasons.get(candidate));
            all.addFirst(first);
            return all;
        }

        private Reason reason(int candidate, int rank) {
            if (winnerRank < 0 || isShutOut(candidate)) {
                return new Reason(within, null, 0);
            }
            if (dearer != null) {
                return dearer.reason(rank, new Reason(fewer, reach[candidate], 0));
            }
            boolean searched = scenario.spread().mode() == Mode.FEWEST_SHIPMENTS
                    && !scenario.spread().isWhole();
            long served = openBefore - supply.openUnits();
            boolean combined = searched && (chosenCount > 1 || reach[candidate] < served);
            return combined || rank < winnerRank ? new Reason(fewer, reach[candidate], 0) : sorted(candidate);
        }

        /** It could still serve something, but every shipment allowed is taken. */
        private boolean isShutOut(int candidate) {
            return limitReached && reach(candidate) > 0;
        }

        private Reason sorted(int candidate) {
            int winner = ranking.order()[winnerRank];
            int decisive = ranking.decisive(candidate, winner);
            Rule rule = sortRules[decisive];
            if (decisive == scenario.sorts().size()) {
                if (rule == null) {
                    String code = facts.location(winner).code();
                    rule = new Rule("/sorts", Fields.CODE.name().text(), Relation.ASCENDING, code);
                    sortRules[decisive] = rule;
                }
                return new Reason(rule, facts.location(candidate).code(), 0);
            }
            Sort sort = scenario.sorts().get(decisive);
            if (rule == null) {
                Relation towards =
                        sort.direction() == Scenario.Direction.ASC ? Relation.ASCENDING : Relation.DESCENDING;
                Object best = shown(sort, winner, decisive);
                rule = new Rule(sort.pointer(), sort.field().name().text(), towards, best);
                sortRules[decisive] = rule;
            }
            return new Reason(rule, shown(sort, candidate, decisive), 0);
        }

        private @Nullable Object shown(Sort sort, int candidate, int position) {
            facts.moveTo(candidate);
            return sort.field().type() != Field.Type.NUMBER
                    ? Rule.value(sort.field().reader().read(facts))
                    : Keys.shown(sort.field(), ranking.key(candidate, position));
        }
    }
}

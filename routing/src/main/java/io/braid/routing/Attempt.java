package io.braid.routing;

import io.braid.routing.Decision.Reason;
import io.braid.routing.Decision.Rule;
import io.braid.routing.Decision.Standing;
import io.braid.routing.Decision.Verdict;
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

    private static final Rule UNPRICED =
            new Rule("/assignment/objective", FieldSentences.SHIPPING, Relation.EXISTS, true);

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
    private final Given given;
    private final Assigning assigning;
    private final Demand demand;

    Attempt(Facts facts, Scenario scenario) {
        this.facts = facts;
        this.supply = facts.supply();
        this.scenario = scenario;
        this.pricesShipping = scenario.spread().pricesShipping();
        this.openBefore = supply.openUnits();
        this.reasons = new ArrayList<>(facts.candidateCount());
        this.lineReasons = new ArrayList<>(facts.candidateCount());
        this.demand = new Demand(facts, scenario.spread());
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
        this.reach = reaches();
        this.given = new Given(facts);
        this.assigning = new Assigning(new Purchase.Market(facts, demand, ranking.order()), scenario.spread());
    }

    /** Where shipping is priced, a location of which nobody knows what shipping costs cannot be compared. */
    private List<Reason> unpriced(int candidate, List<Reason> against) {
        boolean priced = against.isEmpty() && pricesShipping && facts.carriage(candidate) == null;
        return priced ? List.of(new Reason(UNPRICED, facts.candidate(candidate).noCarriage(), 0)) : against;
    }

    private long[] reaches() {
        long[] reaches = new long[facts.candidateCount()];
        for (int candidate : ranking.order()) {
            reaches[candidate] = reach(candidate);
        }
        return reaches;
    }

    private long reach(int candidate) {
        long units = 0;
        for (int line = 0; line < facts.lineCount(); line++) {
            units += supply.usable(candidate, line);
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

    /** Why lines are open, to be asked before anything else is tried. */
    LeftOpen leftOpen() {
        return new LeftOpen(facts, scenario.spread(), demand, reasons);
    }

    /** Chosen ones by rank, then those that lost by rank, then those that were ruled out, nearest first. */
    List<Verdict> verdicts() {
        int[] ranked = ranking.order();
        List<Verdict> verdicts = new ArrayList<>(facts.candidateCount());
        for (int rank = 0; rank < ranked.length; rank++) {
            if (given.isGiver(ranked[rank])) {
                verdicts.add(chosen(ranked[rank], rank));
            }
        }
        Lost loss = new Lost(facts, new Lost.Search(scenario, ranking, assigning, openBefore), given, reach);
        for (int rank = 0; rank < ranked.length; rank++) {
            int candidate = ranked[rank];
            if (!given.isGiver(candidate)) {
                verdicts.add(verdict(
                        candidate,
                        Standing.LOST,
                        rank + 1,
                        withLines(loss.reason(candidate, rank), lineReasons.get(candidate))));
            }
        }
        int[] nearestFirst = out.length == 0 ? out : new Ranking(facts, NEAREST, out).order();
        for (int candidate : nearestFirst) {
            verdicts.add(verdict(candidate, Standing.FILTERED, 0, reasons.get(candidate)));
        }
        return verdicts;
    }

    private Verdict chosen(int candidate, int rank) {
        Verdict verdict = verdict(candidate, Standing.CHOSEN, rank + 1, List.of());
        return new Verdict(
                verdict.location(),
                verdict.standing(),
                verdict.rank(),
                verdict.distanceKm(),
                lineReasons.get(candidate).stream()
                        .filter(reason -> given.isNarrowed(reason, rank, ranking.order()))
                        .toList(),
                cost(rank),
                given.parts(candidate));
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

    private static List<Reason> withLines(Reason first, List<Reason> others) {
        if (others.isEmpty()) {
            return List.of(first);
        }
        List<Reason> all = new ArrayList<>(others);
        all.addFirst(first);
        return all;
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
}

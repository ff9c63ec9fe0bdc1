package io.braid.routing;

import io.braid.routing.Decision.Reason;
import io.braid.routing.Decision.Rule;
import io.braid.routing.Scenario.Mode;
import io.braid.routing.Scenario.Sort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says by what a candidate that could have served lost to those that were chosen. Belongs to one attempt. */
final class Lost {
    private final Facts facts;
    private final Supply supply;
    private final Search search;
    private final Scenario scenario;
    private final Ranking ranking;
    private final long[] reach;
    private final Map<List<String>, Rule> leftovers = new HashMap<>();
    private final List<Integer> chosenRanks = new ArrayList<>();
    private final int winnerRank;
    private final int chosenCount;
    private final boolean limitReached;
    private final @Nullable Rule[] sortRules;
    private final Rule fewer;
    private final Rule within;
    private final @Nullable Swaps dearer;

    /** What was asked, and how it was searched. */
    record Search(Scenario scenario, Ranking ranking, Assigning assigning, long openBefore) {}

    Lost(Facts facts, Search search, Given given, long[] reach) {
        this.facts = facts;
        this.supply = facts.supply();
        this.search = search;
        this.scenario = search.scenario();
        this.ranking = search.ranking();
        this.reach = reach;
        int[] ranked = ranking.order();
        for (int rank = 0; rank < ranked.length; rank++) {
            if (given.isGiver(ranked[rank])) {
                chosenRanks.add(rank);
            }
        }
        this.winnerRank = chosenRanks.isEmpty() ? -1 : chosenRanks.getFirst();
        this.chosenCount = chosenRanks.size();
        this.sortRules = new Rule[scenario.sorts().size() + 1];
        this.limitReached = supply.openUnits() > 0
                && supply.usedCount() >= scenario.spread().shipmentsMax();
        this.fewer = new Rule(
                "/assignment/mode", Fields.AVAILABLE.name().text(), Relation.FEWER_SHIPMENTS, (long) chosenCount);
        this.within = new Rule("/assignment/maxShipments", null, Relation.WITHIN_SHIPMENTS, (long)
                scenario.spread().shipmentsMax());
        Purchase purchase = search.assigning().purchase();
        this.dearer = purchase == null ? null : purchase.swaps();
    }

    /** The first thing that spoke against the candidate of that rank. */
    Reason reason(int candidate, int rank) {
        if (winnerRank < 0 || isShutOut(candidate)) {
            return new Reason(within, null, 0);
        }
        if (dearer != null) {
            return dearer.reason(rank, new Reason(fewer, reach[candidate], 0));
        }
        Reason leftover = scenario.spread().mode() == Mode.FIRST_FIT ? leftover(candidate, rank) : null;
        if (leftover != null) {
            return leftover;
        }
        boolean searched = scenario.spread().mode() == Mode.FEWEST_SHIPMENTS
                && !scenario.spread().isWhole();
        long served = search.openBefore() - supply.openUnits();
        boolean combined = searched && (chosenCount > 1 || reach[candidate] < served);
        return combined || rank < winnerRank ? new Reason(fewer, reach[candidate], 0) : sorted(candidate);
    }

    /** On a walk, what it could serve may have gone to several before it; null where one alone is to compare with. */
    private @Nullable Reason leftover(int candidate, int rank) {
        if (chosenCount < 2) {
            return null;
        }
        List<String> takers = new ArrayList<>();
        for (int before : chosenRanks) {
            int taker = ranking.order()[before];
            if (before < rank && tookFrom(candidate, taker)) {
                takers.add(facts.location(taker).code());
            }
        }
        if (takers.isEmpty()) {
            return null;
        }
        Rule rule = leftovers.computeIfAbsent(
                takers,
                them -> new Rule(
                        "/assignment/mode", Fields.AVAILABLE.name().text(), Relation.NOTHING_LEFT, Rule.limit(them)));
        return new Reason(rule, reach[candidate], 0);
    }

    /** Whether one was given something that the other could have served. */
    private boolean tookFrom(int candidate, int taker) {
        for (int line = 0; line < facts.lineCount(); line++) {
            if (supply.placed(taker, line) > 0 && supply.isEligible(candidate, line)) {
                return true;
            }
        }
        return false;
    }

    /** It could still serve something, but every shipment allowed is taken. */
    private boolean isShutOut(int candidate) {
        return limitReached
                && IntStream.range(0, facts.lineCount()).anyMatch(line -> supply.usable(candidate, line) > 0);
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
            Relation towards = sort.direction() == Scenario.Direction.ASC ? Relation.ASCENDING : Relation.DESCENDING;
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

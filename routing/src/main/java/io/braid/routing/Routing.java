package io.braid.routing;

import io.braid.routing.Decision.Match;
import io.braid.routing.Decision.Tried;
import io.braid.routing.Ending.After;
import io.braid.routing.Ending.Step;
import io.braid.routing.EndingReader.Rest;
import io.braid.routing.Plan.Assignment;
import io.braid.routing.Plan.Outcome;
import io.braid.routing.Plan.Part;
import io.braid.routing.Plan.Unassigned;
import io.braid.routing.Scenario.Route;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One question on its way through the scenarios of a route. Used once. */
final class Routing {
    /** Shipments are told in the order of their lines. */
    private static final Comparator<Assignment> BY_FIRST_LINE = Comparator.<Assignment>comparingInt(
                    each -> each.parts().getFirst().line())
            .thenComparing(Assignment::location);

    private final String strategy;
    private final Question question;
    private final Facts facts;
    private final Supply supply;
    private final List<Tried> tried = new ArrayList<>();
    private List<Rest> rests = List.of();
    private final Map<Integer, Plan.Cost> costs = new HashMap<>();
    private final LeftOpen.Left[] lefts;
    private double gap;

    Routing(String strategy, Question question) {
        this.strategy = strategy;
        this.question = question;
        this.facts = new Facts(question);
        this.supply = facts.supply();
        this.lefts = new LeftOpen.Left[facts.lineCount()];
        Arrays.fill(lefts, LeftOpen.Left.UNTRIED);
    }

    /** Scenarios in order until everything is placed or one of them ends it. Without a route, a person decides. */
    Plan plan(@Nullable Route route) {
        if (route == null) {
            return planned(Outcome.CUSTOMER_CARE);
        }
        int scenarios = route.scenarios().size();
        String end = route.last().rests().isEmpty() ? route.last().outcome().name() : "FINALLY";
        for (int i = 0; i < scenarios && supply.openUnits() > 0; i++) {
            Step step = attempt(route.scenarios().get(i), i == scenarios - 1 ? end : null);
            Outcome settled = settled(step.after());
            if (settled != null) {
                return planned(settled);
            }
            if (step.after() == After.ASSIGN) {
                return planned(Outcome.CUSTOMER_CARE);
            }
        }
        rests = route.last().rests();
        return planned(route.last().outcome());
    }

    private static @Nullable Outcome settled(After after) {
        return switch (after) {
            case BACKORDER -> Outcome.BACKORDER;
            case CANCEL -> Outcome.CANCEL;
            case CUSTOMER_CARE -> Outcome.CUSTOMER_CARE;
            case NEXT_SCENARIO_WITH_REST, NEXT_SCENARIO_WITH_WHOLE, LOCATION_GROUP, ASSIGN -> null;
        };
    }

    /**
     * Tries a scenario, and where it says so a group behind it; answers what follows.
     *
     * @param then what happens instead of a next scenario; null while there is one
     */
    private Step attempt(Scenario scenario, @Nullable String then) {
        Match match = attempt(scenario, scenario.ending()::after, then);
        Step step = scenario.ending().after(match);
        if (step.group() != null) {
            Step onward = new Step(After.NEXT_SCENARIO_WITH_REST, null);
            attempt(scenario.at(step.group()), again -> again == Match.FULL ? Ending.ASSIGN : onward, then);
            return supply.openUnits() == 0 ? Ending.ASSIGN : onward;
        }
        return step;
    }

    private Match attempt(Scenario scenario, Function<Match, Step> ending, @Nullable String then) {
        Attempt attempt = new Attempt(facts, scenario);
        Match match = attempt.match();
        Step step = ending.apply(match);
        tried.add(new Tried(
                scenario.name(),
                match,
                told(step, then),
                attempt.verdicts(),
                attempt.assigning().gap()));
        attempt.addCosts(costs);
        Double share = attempt.assigning().gap();
        gap = Math.max(gap, share == null ? 0 : share);
        LeftOpen leftOpen = attempt.leftOpen();
        for (int line = 0; line < lefts.length; line++) {
            lefts[line] = supply.open(line) > 0 ? leftOpen.why(line) : LeftOpen.Left.NOT_KEPT;
        }
        boolean takenBack = match == Match.FULL && step.after() != After.ASSIGN;
        if (takenBack || step.after() == After.NEXT_SCENARIO_WITH_WHOLE) {
            supply.reset();
            costs.clear();
            gap = 0;
        }
        return match;
    }

    /** What follows, in the words of the decision; null when everything is placed. */
    private static @Nullable String told(Step step, @Nullable String afterLast) {
        if (step.after() == After.ASSIGN) {
            return null;
        }
        boolean next = step.after() == After.NEXT_SCENARIO_WITH_REST || step.after() == After.NEXT_SCENARIO_WITH_WHOLE;
        return next && afterLast != null ? afterLast : step.after().name();
    }

    private Plan planned(Outcome outcome) {
        List<Assignment> assignments = new ArrayList<>();
        for (int candidate = 0; candidate < facts.candidateCount(); candidate++) {
            if (supply.isUsed(candidate)) {
                String code = facts.location(candidate).code();
                assignments.add(new Assignment(code, parts(candidate), costs.get(candidate)));
            }
        }
        assignments.sort(BY_FIRST_LINE);
        List<Unassigned> rest = new ArrayList<>();
        List<Decision.Open> open = new ArrayList<>();
        for (int line = 0; line < facts.lineCount(); line++) {
            if (supply.open(line) > 0) {
                int number = facts.line(line).line();
                Outcome follows = outcome(line, outcome);
                rest.add(new Unassigned(number, supply.open(line), follows));
                open.add(
                        new Decision.Open(number, supply.open(line), follows, lefts[line].why(), lefts[line].figure()));
            }
        }
        Decision.Account account = new Decision.Account(question.order().currency(), open, List.of());
        Decision decision =
                new Decision(strategy, 0, question.at(), 0, question.order().fulfillmentType(), tried, account);
        return new Plan(assignments, rest, gap == 0, gap, decision);
    }

    /** What the route's rules say of the line's units, else what was said of all. */
    private Outcome outcome(int line, Outcome otherwise) {
        facts.moveToLine(line);
        for (Rest rest : rests) {
            if (rest.holds(facts)) {
                return rest.outcome();
            }
        }
        return otherwise;
    }

    private List<Part> parts(int candidate) {
        List<Part> parts = new ArrayList<>();
        for (int line = 0; line < facts.lineCount(); line++) {
            if (supply.placed(candidate, line) > 0) {
                parts.add(new Part(facts.line(line).line(), supply.placed(candidate, line)));
            }
        }
        return parts;
    }
}

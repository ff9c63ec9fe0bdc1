package io.braid.routing;

import io.braid.routing.Decision.Match;
import io.braid.routing.Decision.Tried;
import io.braid.routing.Plan.Assignment;
import io.braid.routing.Plan.Outcome;
import io.braid.routing.Plan.Part;
import io.braid.routing.Plan.Unassigned;
import io.braid.routing.Scenario.After;
import io.braid.routing.Scenario.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    private boolean optimal = true;
    private double gap;

    Routing(String strategy, Question question) {
        this.strategy = strategy;
        this.question = question;
        this.facts = new Facts(question);
        this.supply = facts.supply();
    }

    /** Scenarios in order until everything is placed or one of them ends it. Without a route, a person decides. */
    Plan plan(@Nullable Route route) {
        if (route == null) {
            return planned(Outcome.CUSTOMER_CARE);
        }
        Outcome outcome = route.last();
        int scenarios = route.scenarios().size();
        for (int i = 0; i < scenarios && supply.openUnits() > 0; i++) {
            Scenario scenario = route.scenarios().get(i);
            boolean last = i == scenarios - 1;
            String follows = scenario.otherwise().goesOn() && last
                    ? route.last().name()
                    : scenario.otherwise().name();
            attempt(scenario, follows);
            if (!scenario.otherwise().goesOn()) {
                outcome = Outcome.valueOf(scenario.otherwise().name());
                break;
            }
        }
        return planned(outcome);
    }

    private void attempt(Scenario scenario, String follows) {
        Attempt attempt = new Attempt(facts, scenario);
        Match match = attempt.match();
        tried.add(new Tried(scenario.name(), match, match == Match.FULL ? null : follows, attempt.verdicts()));
        optimal &= attempt.assigning().isProven();
        gap = Math.max(gap, attempt.assigning().gap());
        if (match != Match.FULL && scenario.otherwise() == After.NEXT_SCENARIO_WITH_WHOLE) {
            supply.reset();
            optimal = true;
            gap = 0;
        }
    }

    private Plan planned(Outcome outcome) {
        List<Assignment> assignments = new ArrayList<>();
        for (int candidate = 0; candidate < facts.candidateCount(); candidate++) {
            if (supply.isUsed(candidate)) {
                assignments.add(new Assignment(facts.location(candidate).code(), parts(candidate)));
            }
        }
        assignments.sort(BY_FIRST_LINE);
        List<Unassigned> rest = new ArrayList<>();
        for (int line = 0; line < facts.lineCount(); line++) {
            if (supply.open(line) > 0) {
                rest.add(new Unassigned(facts.line(line).line(), supply.open(line), outcome));
            }
        }
        Decision decision =
                new Decision(strategy, 0, question.at(), 0, question.order().fulfillmentType(), tried);
        return new Plan(assignments, rest, optimal, gap, decision);
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

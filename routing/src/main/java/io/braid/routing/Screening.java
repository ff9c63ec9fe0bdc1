package io.braid.routing;

import io.braid.routing.Decision.Reason;
import io.braid.routing.Decision.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds who may serve what in one scenario, and why the others may not. Each condition is asked as seldom as it can
 * differ: once, once per line, once per candidate, or for both. Leaves in {@link Supply} which lines each candidate is
 * eligible for. What everybody expects without a rule: a location must be active, support the fulfilment type, have
 * capacity left today, and not have failed the line before.
 */
final class Screening {
    /** Reasons kept for single lines of one candidate: enough to understand, too few to bloat a stored decision. */
    private static final int LINE_REASONS_MAX = 4;

    private static final String STOCK = "stock";
    private static final Rule ACTIVE = new Rule("active", Fields.ACTIVE.name().text(), Relation.EQUALS, true);
    private static final Rule CAPACITY =
            new Rule("dailyCapacity", Fields.REMAINING_CAPACITY.name().text(), Relation.GREATER, 0L);
    private static final Rule BARRED = new Rule(DecisionText.BARRED, null, Relation.EXISTS, null);
    private static final Rule OTHERS = new Rule(DecisionText.OTHERS, null, Relation.EXISTS, null);
    private static final Rule EXCLUDED = new Rule(DecisionText.EXCLUDED, null, Relation.NOT_EQUALS, null);

    private final Facts facts;
    private final Supply supply;
    private final Scenario scenario;
    private final Demand demand;
    private final Rule supportsType;
    private final Filter[] whole;
    private final Filter[] perLine;
    private final boolean[][] lineAnswers;
    private final @Nullable Rule[] stockRules;
    private final List<Reason> lineReasons = new ArrayList<>();
    private final WallClock wallClock;

    Screening(Facts facts, Scenario scenario, Demand demand) {
        this.facts = facts;
        this.supply = facts.supply();
        this.scenario = scenario;
        this.demand = demand;
        this.wallClock = new WallClock(facts);
        this.supportsType = new Rule(
                "fulfillmentType",
                Fields.FULFILLMENT_TYPES.name().text(),
                Relation.CONTAINS,
                facts.order().fulfillmentType());
        this.whole = wholeFilters(scenario.filters());
        this.perLine = scenario.filters().stream().filter(Filter::dependsOnLine).toArray(Filter[]::new);
        this.lineAnswers = new boolean[perLine.length][];
        this.stockRules = new Rule[facts.lineCount()];
        supply.limitLocationsPerLine(scenario.spread().locationsPerLineMax());
        for (int i = 0; i < perLine.length; i++) {
            lineAnswers[i] = answers(perLine[i]);
        }
    }

    /** Conditions on the order alone are asked here; one that holds need not be asked again. */
    private Filter[] wholeFilters(List<Filter> filters) {
        return filters.stream()
                .filter(filter -> !filter.dependsOnLine())
                .filter(filter -> filter.dependsOnCandidate() || !filter.holds(facts))
                .toArray(Filter[]::new);
    }

    private boolean[] answers(Filter filter) {
        boolean[] answers = new boolean[facts.lineCount()];
        for (int line = 0; line < answers.length; line++) {
            facts.moveToLine(line);
            answers[line] = filter.holdsForEveryCandidate(facts);
        }
        return answers;
    }

    /** The reasons why the candidate is out; none when it can serve something. */
    List<Reason> screen(int candidate) {
        facts.moveTo(candidate);
        Reason refusal = refusal(candidate);
        if (refusal != null) {
            disallow(candidate);
            return List.of(refusal);
        }
        screenLines(candidate);
        if (demand.gainsAnything(candidate)) {
            return List.of();
        }
        return lineReasons.isEmpty() ? List.of(shortage(candidate)) : List.copyOf(lineReasons);
    }

    /** What spoke against single lines of the candidate last screened. */
    List<Reason> lineReasons() {
        return lineReasons.isEmpty() ? List.of() : List.copyOf(lineReasons);
    }

    private void disallow(int candidate) {
        lineReasons.clear();
        for (int line = 0; line < facts.lineCount(); line++) {
            supply.allow(candidate, line, 0);
        }
    }

    private @Nullable Reason refusal(int candidate) {
        LocationFacts location = facts.location();
        Reason elsewhere = scenario.selection().refusal(location);
        if (elsewhere != null) {
            return elsewhere;
        }
        if (!location.identity().active()) {
            return new Reason(ACTIVE, false, 0);
        }
        var types = location.workday().fulfillmentTypes();
        if (!types.isEmpty() && !types.contains(facts.order().fulfillmentType())) {
            return new Reason(supportsType, Rule.limit(types), 0);
        }
        if (facts.remainingCapacity(candidate) <= 0 && !supply.isUsed(candidate)) {
            return new Reason(wallClock.fullOf(CAPACITY), 0L, 0);
        }
        for (Filter filter : whole) {
            if (!filter.holds(facts)) {
                return reason(filter, 0);
            }
        }
        return null;
    }

    private Reason reason(Filter filter, int line) {
        Filter.Leaf blamed = filter.blame(facts);
        Object value = Rule.value(blamed.field().reader().read(facts));
        Reason clocked = wallClock.reason(blamed.rule(), value, line);
        return clocked == null ? new Reason(blamed.rule(), value, line) : clocked;
    }

    private void screenLines(int candidate) {
        lineReasons.clear();
        Budget budget = Budget.of(facts, candidate, scenario.spread());
        for (int line = 0; line < facts.lineCount(); line++) {
            int units = supply.open(line) == 0 ? 0 : supply.available(candidate, line);
            if (units > 0 && isRefused(line)) {
                units = 0;
            }
            if (units == 0 && supply.open(line) > 0) {
                noteBarred(candidate, line);
            }
            supply.allow(candidate, line, budget == null || units == 0 ? units : granted(budget, line, units));
        }
    }

    private void noteBarred(int candidate, int line) {
        String barred = supply.barred(candidate, line);
        if (barred != null) {
            note(new Reason(BARRED, barred, facts.line(line).line()));
        }
    }

    private int granted(Budget budget, int line, int units) {
        int granted = budget.grant(line, Math.min(units, supply.open(line)));
        note(budget.shortage());
        return granted;
    }

    private boolean isRefused(int line) {
        LineFacts asked = facts.line(line);
        String failed = asked.excludedLocations().get(facts.location().code());
        if (failed != null) {
            note(new Reason(EXCLUDED, failed.isEmpty() ? null : failed, asked.line()));
            return true;
        }
        for (int i = 0; i < perLine.length; i++) {
            if (lineAnswers[i][line]) {
                continue;
            }
            facts.moveToLine(line);
            if (!perLine[i].dependsOnCandidate() || !perLine[i].holds(facts)) {
                note(reason(perLine[i], asked.line()));
                return true;
            }
        }
        return false;
    }

    /** The same reason against several lines is one; behind the first few, lines are told without their reasons. */
    private void note(@Nullable Reason reason) {
        if (reason == null) {
            return;
        }
        for (int i = 0; i < lineReasons.size(); i++) {
            Reason known = lineReasons.get(i);
            if (known.rule().equals(reason.rule()) && Objects.equals(known.value(), reason.value())) {
                lineReasons.set(i, known.and(reason.lines().getFirst()));
                return;
            }
        }
        if (lineReasons.size() < LINE_REASONS_MAX || reason.rule().equals(OTHERS)) {
            lineReasons.add(reason);
        } else {
            note(new Reason(OTHERS, null, reason.lines(), 0));
        }
    }

    /** The line that shows best why the candidate is no use: one it has too little of, else one it has nothing of. */
    private Reason shortage(int candidate) {
        int shownItem = 0;
        int shownLine = demand.lines(0)[0];
        for (int item = 0; item < demand.itemCount(); item++) {
            for (int line : demand.lines(item)) {
                int available = supply.available(candidate, line);
                if (available < demand.needed(item, line)) {
                    shownItem = item;
                    shownLine = line;
                    if (available > 0) {
                        return shortage(candidate, item, line);
                    }
                }
            }
        }
        return shortage(candidate, shownItem, shownLine);
    }

    /** Whether the reason is that there is too little, whatever the rules say. */
    static boolean isShortage(Reason reason) {
        return reason.rule().pointer().equals(STOCK);
    }

    private Reason shortage(int candidate, int item, int line) {
        Rule rule = stockRules[line];
        if (rule == null) {
            long needed = demand.needed(item, line);
            rule = new Rule(STOCK, Fields.AVAILABLE.name().text(), Relation.GREATER_OR_EQUAL, needed);
            stockRules[line] = rule;
        }
        return new Reason(
                rule, (long) supply.available(candidate, line), facts.line(line).line());
    }
}

package io.braid.routing;

import io.braid.routing.Ending.After;
import io.braid.routing.Ending.Step;
import io.braid.routing.Plan.Outcome;
import io.braid.routing.Strategy.Reassignments;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what follows: a scenario, a route's last scenario, and too many re-assignments. */
final class EndingReader {
    /** More rules on what is left over than this are a program, not a policy. */
    static final int RESTS_MAX = 100;

    static final int REASSIGNMENTS_MAX = 1_000;
    static final Set<After> FULL = EnumSet.of(
            After.ASSIGN, After.NEXT_SCENARIO_WITH_WHOLE, After.BACKORDER, After.CANCEL, After.CUSTOMER_CARE);
    static final Set<After> SHORT = EnumSet.complementOf(EnumSet.of(After.ASSIGN, After.LOCATION_GROUP));

    private final FilterReader filterReader;

    EndingReader(FilterReader filterReader) {
        this.filterReader = filterReader;
    }

    /** One word for a part and for nothing, one group, or an action for each of full, partial and none. */
    static Ending otherwise(@Nullable Element element) {
        Ending standard = Ending.otherwise(After.NEXT_SCENARIO_WITH_REST);
        if (element == null) {
            return standard;
        }
        if (!element.isObject() || (element.value() instanceof Map<?, ?> object && object.containsKey("group"))) {
            Step step = step(element, SHORT);
            return new Ending(Ending.ASSIGN, step, step);
        }
        Map<String, Element> members = element.members(Shapes.ENDING);
        Element full = members.get("full");
        Element partial = members.get("partial");
        Element none = members.get("none");
        return new Ending(
                full == null ? Ending.ASSIGN : step(full, FULL),
                partial == null ? standard.partial() : step(partial, SHORT),
                none == null ? standard.none() : step(none, SHORT));
    }

    private static Step step(Element element, Set<After> words) {
        if (element.isObject() && words.equals(SHORT)) {
            Element group = element.required(element.members(Shapes.GROUP), "group");
            return new Step(After.LOCATION_GROUP, group.text());
        }
        After standard = words.iterator().next();
        After word = element.word(After.class, standard);
        if (!words.contains(word)) {
            element.fault("must be one of " + words + " here; is " + word);
            return new Step(standard, null);
        }
        return new Step(word, null);
    }

    /** What becomes of a line's units that no scenario placed, when these conditions hold for the line. */
    record Rest(List<Filter> filters, Outcome outcome) {
        boolean holds(Facts facts) {
            for (Filter filter : filters) {
                if (!filter.holds(facts)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** What becomes of the rest, line by line, and of what no rule speaks of. */
    record Last(List<Rest> rests, Outcome outcome) {}

    /** One outcome, or a list of rules whose first match counts for a line. */
    Last last(@Nullable Element element) {
        if (element == null) {
            return new Last(List.of(), Outcome.CUSTOMER_CARE);
        }
        if (!element.isList()) {
            return new Last(List.of(), element.word(Outcome.class, Outcome.CUSTOMER_CARE));
        }
        List<Rest> rests = new ArrayList<>();
        boolean decided = false;
        for (Element item : element.items(RESTS_MAX)) {
            Map<String, Element> members = item.members(Shapes.REST);
            Element outcome = item.required(members, "outcome");
            Element conditions = members.get("filters");
            List<Filter> filters = conditions == null ? List.of() : filterReader.filters(conditions, element.pointer());
            if (filters.stream().anyMatch(Filter::dependsOnCandidate)) {
                item.fault("asks about a location, and there is none: what is left over has only its order, line and"
                        + " product");
            }
            if (decided) {
                item.warn("is never reached: an earlier rule holds for every line");
            }
            decided |= filters.isEmpty();
            rests.add(new Rest(filters, outcome.word(Outcome.class, Outcome.CUSTOMER_CARE)));
        }
        return new Last(List.copyOf(rests), Outcome.CUSTOMER_CARE);
    }

    /** How often units may be assigned anew by themselves; null when the document sets no limit. */
    static @Nullable Reassignments reassignments(@Nullable Element element) {
        if (element == null) {
            return null;
        }
        Map<String, Element> members = element.members(Shapes.REASSIGNMENTS);
        int max = element.required(members, "max").whole(0, REASSIGNMENTS_MAX);
        Element then = members.get("then");
        return new Reassignments(
                max, then == null ? Outcome.CUSTOMER_CARE : then.word(Outcome.class, Outcome.CUSTOMER_CARE));
    }
}

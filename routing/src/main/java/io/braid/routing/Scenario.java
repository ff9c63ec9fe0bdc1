package io.braid.routing;

import io.braid.routing.Decision.Rule;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One attempt of a route, compiled: where to look, what must hold, what comes first, how to assign, what follows. */
record Scenario(
        String name, Selection selection, List<Filter> filters, List<Sort> sorts, Spread spread, Ending ending) {

    /** Scenarios of one fulfilment type, and what becomes of units that none of them placed. */
    record Route(String fulfillmentType, List<Scenario> scenarios, EndingReader.Last last) {}

    /** The same scenario at the locations of a group. */
    Scenario at(String group) {
        Selection there = new Selection(Set.of(), Set.of(group), Set.of(), selection.countries(), selection.rules());
        return new Scenario(name + " at " + group, there.ruled(), filters, sorts, spread, ending);
    }

    /** Where to look. An empty set does not restrict; the sets that are not empty must all agree. */
    record Selection(
            Set<String> kinds, Set<String> groups, Set<String> codes, Set<String> countries, List<Rule> rules) {
        private static final int KINDS = 0;
        private static final int GROUPS = 1;
        private static final int CODES = 2;
        private static final int COUNTRIES = 3;
        static final Selection ALL = new Selection(Set.of(), Set.of(), Set.of(), Set.of(), List.of());

        /** The same with the rules that explain it. */
        Selection ruled() {
            List<Rule> explained = List.of(
                    rule("/locations/kinds", Fields.KIND, kinds),
                    rule("/locations/groups", Fields.GROUPS, groups),
                    rule("/locations/codes", Fields.CODE, codes),
                    rule("/locations/countries", Fields.COUNTRY, countries));
            return new Selection(kinds, groups, codes, countries, explained);
        }

        private static Rule rule(String pointer, Field field, Set<String> limit) {
            List<Object> members =
                    limit.stream().sorted().map(Object.class::cast).toList();
            return new Rule(pointer, field.name().text(), Relation.IN, Rule.limit(members));
        }

        /** The reason why the location is not looked at; null when it is. */
        Decision.@Nullable Reason refusal(LocationFacts location) {
            LocationFacts.Identity identity = location.identity();
            if (!kinds.isEmpty() && !kinds.contains(identity.kind())) {
                return new Decision.Reason(rules.get(KINDS), identity.kind(), 0);
            }
            if (!groups.isEmpty() && identity.groups().stream().noneMatch(groups::contains)) {
                return new Decision.Reason(rules.get(GROUPS), Rule.limit(List.copyOf(identity.groups())), 0);
            }
            if (!codes.isEmpty() && !codes.contains(identity.code())) {
                return new Decision.Reason(rules.get(CODES), identity.code(), 0);
            }
            String country = location.place().country();
            if (!countries.isEmpty() && (country == null || !countries.contains(country))) {
                return new Decision.Reason(rules.get(COUNTRIES), country, 0);
            }
            return null;
        }
    }

    /** One key of the order of preference. */
    record Sort(String pointer, Field field, Field.Key key, Direction direction) {}

    /** Which end of a sort comes first. What is missing comes last either way. */
    enum Direction {
        ASC,
        DESC
    }

    /** How units may be spread. The limits count the whole plan, earlier scenarios included. */
    record Spread(
            Mode mode,
            boolean splitLines,
            boolean splitUnits,
            boolean keepTogether,
            int shipmentsMax,
            int locationsPerLineMax,
            @Nullable Objective objective) {
        boolean isWhole() {
            return mode == Mode.WHOLE_ORDER || !splitLines;
        }

        boolean pricesShipping() {
            return mode == Mode.LOWEST_COST && objective != null && objective.pricesShipping();
        }
    }

    /** How locations are picked from the sorted candidates. */
    enum Mode {
        WHOLE_ORDER("the first location in sorted order that can fill everything"),
        FIRST_FIT("walks the locations in sorted order, each takes what it can"),
        FEWEST_SHIPMENTS("the most units with the least number of locations, then the best sorted ones; exact"),
        LOWEST_COST("the most units at the least cost, as the objective adds it up, then the best sorted ones; exact");

        private final String meaning;

        Mode(String meaning) {
            this.meaning = meaning;
        }

        String meaning() {
            return meaning;
        }
    }
}

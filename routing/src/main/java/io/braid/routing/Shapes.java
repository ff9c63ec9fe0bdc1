package io.braid.routing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The members of a document's objects and what they mean: what the readers take, what the vocabulary tells and what
 * the schema lists are these. Those of an objective's part are with {@link ObjectiveReader}.
 */
final class Shapes {
    static final Map<String, String> STRATEGY = members(
            "name", "what versions are counted by, and what decisions call it",
            "shortfall", "what becomes of units that a location could not supply; REROUTE unless said otherwise",
            "reassignments", "how often units may be assigned anew by themselves; as often as it takes without it",
            "routes", "one for each way of fulfilment; orders of another way go to a person");

    static final Map<String, String> REASSIGNMENTS = members(
            "max", "how often, at most; 0 is never",
            "then", "what becomes of units beyond it; CUSTOMER_CARE unless said otherwise");

    static final Map<String, String> ROUTE = members(
            "fulfillmentType", "of which orders",
            "scenarios", "tried in this order",
            "finally",
                    "what becomes of units no scenario placed: one word, or rules of which the first that holds"
                            + " counts line by line; CUSTOMER_CARE unless said otherwise");

    static final Map<String, String> REST = members(
            "filters", "conditions about order, line and product, all of which must hold; none hold always",
            "outcome", "what becomes of the line's units");

    static final Map<String, String> SCENARIO = members(
            "name", "what decisions call it; of its own within the route",
            "locations", "where to look; everywhere without it",
            "filters", "conditions on each location for each line, all of which must hold",
            "assignment", "how locations are picked",
            "sorts", "what comes first: the first sort counts, the next one among equals, and so on",
            "otherwise", "what follows where not everything was placed; NEXT_SCENARIO_WITH_REST unless said otherwise");

    static final Map<String, String> LOCATIONS = members(
            "kinds", "kinds of locations; an empty list, as everywhere here, is any",
            "groups", "groups, of which a location must be in one",
            "codes", "locations by their codes",
            "countries", "countries, ISO 3166 alpha-2");

    static final Map<String, String> CONDITION = members(
            "field", "a field of the vocabulary",
            "operator", "how it is compared; the field's type tells which there are",
            "value", "what it is compared with: a list for IN, NOT_IN and BETWEEN; may be left out for EXISTS alone");

    static final Map<String, String> ASSIGNMENT = members(
            "mode", "how locations are picked from the sorted candidates",
            "splitLines", "whether lines may go to different locations; true unless said otherwise",
            "splitUnits", "whether units of one line may go to different locations; false unless said otherwise",
            "maxShipments", "the most shipments of the plan, those of earlier scenarios included",
            "maxLocationsPerLine",
                    "the most locations one line may be split over, with splitUnits; those of earlier scenarios"
                            + " included",
            "keepTogether",
                    "whether all units of a product that is marked keepTogether come from one location or not at all; true"
                            + " unless said otherwise",
            "objective", "what mode LOWEST_COST adds up: a list of parts, see objective");

    static final Map<String, String> SORT = members(
            "field", "a sort of the vocabulary",
            "direction", "ASC unless said otherwise; what is missing comes last either way",
            "seed", "of the sort random alone: another seed is another shuffle");

    static final Map<String, String> ENDING = members(
            "full", "what follows when everything was placed; ASSIGN unless said otherwise",
            "partial", "what follows when a part was placed; NEXT_SCENARIO_WITH_REST unless said otherwise",
            "none", "what follows when nothing was placed; NEXT_SCENARIO_WITH_REST unless said otherwise");

    static final Map<String, String> GROUP =
            members("group", "a group of locations where the same scenario is tried for the rest");

    private Shapes() {}

    private static Map<String, String> members(String... namesAndMeanings) {
        Map<String, String> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndMeanings.length; i += 2) {
            members.put(namesAndMeanings[i], namesAndMeanings[i + 1]);
        }
        return Collections.unmodifiableMap(members);
    }

    /** The objects of a document by what they are, for the vocabulary. */
    static Map<String, Map<String, String>> all() {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        all.put("strategy", STRATEGY);
        all.put("reassignments", REASSIGNMENTS);
        all.put("route", ROUTE);
        all.put("rest", REST);
        all.put("scenario", SCENARIO);
        all.put("locations", LOCATIONS);
        all.put("condition", CONDITION);
        all.put("sort", SORT);
        all.put("otherwise", ENDING);
        return all;
    }
}

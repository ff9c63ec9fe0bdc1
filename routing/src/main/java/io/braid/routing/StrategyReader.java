package io.braid.routing;

import io.braid.routing.Element.Findings;
import io.braid.routing.Scenario.Direction;
import io.braid.routing.Scenario.Mode;
import io.braid.routing.Scenario.Route;
import io.braid.routing.Scenario.Selection;
import io.braid.routing.Scenario.Sort;
import io.braid.routing.Scenario.Spread;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a strategy document: every fault with its pointer, every word that has no effect as a warning. */
final class StrategyReader {
    /** Far more fulfilment types than anybody has. */
    static final int ROUTES_MAX = 100;

    /** A decision tries and explains each of them, so their number bounds its size. */
    static final int SCENARIOS_MAX = 100;

    static final int SORTS_MAX = 50;
    static final int CODES_MAX = 100_000;

    /** An order of more shipments than this has another problem. */
    static final int SHIPMENTS_MAX = 10_000;

    private final Findings findings = new Findings();
    private final Set<String> asked = new HashSet<>();
    private final Words words;
    private final FilterReader filterReader;
    private final EndingReader endingReader;

    StrategyReader(Lexicon lexicon) {
        this.words = new Words(lexicon);
        this.filterReader = new FilterReader(words, asked);
        this.endingReader = new EndingReader(filterReader);
    }

    Reading read(@Nullable Object tree) {
        Element root = Element.root(tree, findings);
        Map<String, Element> members = root.members(Shapes.STRATEGY);
        String name = root.required(members, "name").name();
        Element shortfall = members.get("shortfall");
        Shortfall policy = shortfall == null ? Shortfall.REROUTE : shortfall.word(Shortfall.class, Shortfall.REROUTE);
        Strategy.Reassignments limit = EndingReader.reassignments(members.get("reassignments"));
        List<Route> routes = routes(root.required(members, "routes"));
        if (!findings.faults().isEmpty()) {
            return new Reading.Refused(findings.faults());
        }
        return new Reading.Accepted(
                new Strategy(new Strategy.Rules(name, policy, limit), routes, asked), findings.warnings());
    }

    private List<Route> routes(Element list) {
        List<Route> routes = new ArrayList<>();
        Set<String> types = new HashSet<>();
        for (Element item : filled(list, ROUTES_MAX)) {
            Route route = route(item);
            if (!route.fulfillmentType().isEmpty() && !types.add(route.fulfillmentType())) {
                item.fault("is the second route for fulfilment type '" + route.fulfillmentType() + "'");
            }
            routes.add(route);
        }
        return routes;
    }

    private static List<Element> filled(Element list, int most) {
        List<Element> items = list.items(most);
        if (list.isEmptyList()) {
            list.fault("must hold at least one entry");
        }
        return items;
    }

    private Route route(Element element) {
        Map<String, Element> members = element.members(Shapes.ROUTE);
        String type = element.required(members, "fulfillmentType").text();
        EndingReader.Last last = endingReader.last(members.get("finally"));
        List<Scenario> scenarios = new ArrayList<>();
        Set<String> names = new HashSet<>();
        String ender = "";
        for (Element item : filled(element.required(members, "scenarios"), SCENARIOS_MAX)) {
            if (!ender.isEmpty()) {
                item.warn("is never reached: scenario '" + ender + "' does not go on to a next one");
            }
            Scenario scenario = scenario(item, type);
            if (!scenario.name().isEmpty() && !names.add(scenario.name())) {
                item.fault("is the second scenario of the name '" + scenario.name() + "'");
            }
            if (ender.isEmpty() && !scenario.ending().goesOn()) {
                ender = scenario.name();
            }
            scenarios.add(scenario);
        }
        return new Route(type, List.copyOf(scenarios), last);
    }

    private Scenario scenario(Element element, String type) {
        Map<String, Element> members = element.members(Shapes.SCENARIO);
        String name = element.required(members, "name").name();
        Element locations = members.get("locations");
        Selection selection = locations == null ? Selection.ALL : selection(locations);
        Element filters = members.get("filters");
        List<Filter> compiled =
                filters == null ? List.of() : filterReader.filters(filters, element.pointer(), given(selection, type));
        Spread spread = spread(element.required(members, "assignment"));
        Element sorts = members.get("sorts");
        List<Sort> keys = sorts == null ? List.of() : sorts(sorts, selection);
        Ending ending = EndingReader.otherwise(members.get("otherwise"));
        return new Scenario(name, selection, List.copyOf(compiled), List.copyOf(keys), spread, ending);
    }

    /** What is so of every location the scenario looks at, and of every order of the route. */
    private static Contradictions given(Selection selection, String type) {
        Contradictions given = new Contradictions();
        given.given(Fields.KIND.name().text(), selection.kinds());
        given.given(Fields.CODE.name().text(), selection.codes());
        given.given(Fields.COUNTRY.name().text(), selection.countries());
        given.given(Fields.ACTIVE.name().text(), List.of(true));
        given.given("order.fulfillmentType", List.of(type));
        return given;
    }

    private Selection selection(Element element) {
        Map<String, Element> members = element.members(Shapes.LOCATIONS);
        return new Selection(
                        words(members, "kinds"),
                        words(members, "groups"),
                        words(members, "codes"),
                        words(members, "countries"),
                        List.of())
                .ruled();
    }

    private static Set<String> words(Map<String, Element> members, String name) {
        Element list = members.get(name);
        Set<String> words = new HashSet<>();
        if (list != null) {
            for (Element item : list.items(CODES_MAX)) {
                String word = item.text();
                if (!words.add(word) && !word.isEmpty()) {
                    item.warn("is listed twice");
                }
            }
        }
        return Set.copyOf(words);
    }

    private Spread spread(Element element) {
        Map<String, Element> members = element.members(Shapes.ASSIGNMENT);
        Mode mode = element.required(members, "mode").word(Mode.class, Mode.FIRST_FIT);
        boolean splitLines = flag(members, "splitLines", true);
        boolean splitUnits = flag(members, "splitUnits", false);
        Element most = members.get("maxShipments");
        int shipments = most == null ? SHIPMENTS_MAX : most.whole(1, SHIPMENTS_MAX);
        Element mostLocations = members.get("maxLocationsPerLine");
        int locations = mostLocations == null ? SHIPMENTS_MAX : mostLocations.whole(1, SHIPMENTS_MAX);
        if (mostLocations != null && !splitUnits) {
            mostLocations.warn("has no effect without splitUnits: a line goes to one location");
        }
        boolean together = flag(members, "keepTogether", true);
        Objective objective = objective(element, members.get("objective"), mode);
        Spread spread = new Spread(mode, splitLines, splitUnits, together, shipments, locations, objective);
        if (spread.isWhole()) {
            String why = mode == Mode.WHOLE_ORDER ? "mode WHOLE_ORDER" : "splitLines false";
            for (String name : List.of("splitUnits", "maxShipments", "keepTogether")) {
                warnWithoutEffect(members.get(name), why);
            }
        }
        if (mode == Mode.WHOLE_ORDER) {
            warnWithoutEffect(members.get("splitLines"), "mode WHOLE_ORDER");
        }
        return spread;
    }

    private @Nullable Objective objective(Element assignment, @Nullable Element objective, Mode mode) {
        if (objective == null && mode == Mode.LOWEST_COST) {
            assignment.fault("lacks 'objective', the costs that mode LOWEST_COST adds up");
        }
        if (objective != null && mode != Mode.LOWEST_COST) {
            objective.warn("has no effect with mode " + mode);
        }
        if (objective == null) {
            return null;
        }
        Objective read = new ObjectiveReader(words::find).objective(objective);
        read.fields().forEach(field -> asked.addAll(words.asked(field)));
        return read;
    }

    private static boolean flag(Map<String, Element> members, String name, boolean otherwise) {
        Element element = members.get(name);
        return element == null ? otherwise : element.flag(otherwise);
    }

    // The values that say the same as the mode are what a careful person writes; only a contradiction deserves a word.
    private static void warnWithoutEffect(@Nullable Element element, String why) {
        if (element != null
                && Boolean.TRUE.equals(element.value())
                && !element.pointer().endsWith("keepTogether")) {
            element.warn("has no effect with " + why);
        }
    }

    private List<Sort> sorts(Element list, Selection selection) {
        List<Sort> sorts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String decided = selection.codes().size() == 1 ? "there is one location to sort" : "";
        for (Element item : list.items(SORTS_MAX)) {
            Sort sort = sort(item, sorts.size());
            if (sort == null) {
                continue;
            }
            if (!decided.isEmpty()) {
                item.warn("has no effect: " + decided);
            }
            String name = sort.field().name().text();
            if (!seen.add(name)) {
                item.warn("has no effect: an earlier sort uses the same field");
            }
            if (name.equals("location.code") || name.equals("random")) {
                decided = "no two locations are equal by " + name;
            }
            sorts.add(sort);
        }
        return sorts;
    }

    private static String unsortable(@Nullable Object named, @Nullable Field field) {
        if (field == null) {
            return named instanceof String name && Lexicon.isDefined(name)
                    ? "no such word is defined; PUT it first, see the vocabulary"
                    : "there is no such field; see the vocabulary";
        }
        return field.type() == Field.Type.NUMBER || field.type() == Field.Type.ANY
                ? "it is the same at every location"
                : "it is " + field.type().phrase() + ", and only numbers sort";
    }

    private @Nullable Sort sort(Element element, int position) {
        Map<String, Element> members = element.members(Shapes.SORT);
        Element named = element.required(members, "field");
        Element direction = members.get("direction");
        Direction towards = direction == null ? Direction.ASC : direction.word(Direction.class, Direction.ASC);
        Field field = named.value() instanceof String name ? words.find(name) : null;
        Field.Key key = field == null ? null : field.key();
        if (field == null || key == null) {
            named.fault(named.shown() + " is not a field to sort by: " + unsortable(named.value(), field));
            return null;
        }
        Element seed = members.get("seed");
        if (seed != null && field.isSortOnly()) {
            key = NumberKey.shuffled(seed.whole(0, Integer.MAX_VALUE));
        } else if (seed != null) {
            seed.fault("belongs to the sort 'random' alone");
        }
        asked.addAll(words.asked(field));
        return new Sort("/sorts/" + position, field, key, towards);
    }
}

package io.braid.routing;

import static io.braid.routing.Trees.filter;
import static io.braid.routing.Trees.list;
import static io.braid.routing.Trees.scenario;
import static io.braid.routing.Trees.sort;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid.kernel.OpeningHours;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every field with every operator the vocabulary allows for it, generated from the vocabulary itself: once with an
 * operand that must hold and once with one that must not, on a question whose facts are written down here.
 */
class OperatorsTest {
    /** What the vocabulary's fields are in the one question of this test; a new field must be added here. */
    private static final Map<String, Object> FACTS = new HashMap<>(Map.ofEntries(
            Map.entry("location.code", "NEAR"),
            Map.entry("location.kind", "STORE"),
            Map.entry("location.groups", Set.of("EAST", "CITY")),
            Map.entry("location.active", true),
            Map.entry("location.country", "US"),
            Map.entry("location.region", "GA"),
            Map.entry("location.postalCode", "30303"),
            Map.entry("location.operatingNow", true),
            Map.entry("location.holidayToday", false),
            Map.entry("location.beforeCutOff", true),
            Map.entry("location.remainingCapacity", 7),
            Map.entry("location.rank", 3),
            Map.entry("location.fulfillmentTypes", Set.of("SHIP", "PICKUP")),
            Map.entry("location.attributes.text", "Hello"),
            Map.entry("location.attributes.number", 2.5),
            Map.entry("location.attributes.flag", true),
            Map.entry("location.attributes.list", List.of("a", "b")),
            Map.entry("distanceKm", 0),
            Map.entry("available", 9),
            Map.entry("unitCost", new BigDecimal("7.25")),
            Map.entry("order.channel", "WEB"),
            Map.entry("order.fulfillmentType", "SHIP"),
            Map.entry("order.requestedService", "GROUND"),
            Map.entry("order.currency", "USD"),
            Map.entry("order.country", "US"),
            Map.entry("order.region", "TN"),
            Map.entry("order.postalCode", "38103"),
            Map.entry("order.value", new BigDecimal("54.00")),
            Map.entry("order.attributes.text", "Hello"),
            Map.entry("order.attributes.number", 2.5),
            Map.entry("order.attributes.flag", true),
            Map.entry("product.sku", "A"),
            Map.entry("product.weightGrams", 500),
            Map.entry("line.weightGrams", 1000),
            Map.entry("line.quantity", 2),
            Map.entry("line.attributes.text", "Hello"),
            Map.entry("product.attributes.number", 2.5),
            Map.entry("location.remainingUnits", 40),
            Map.entry("location.remainingMoney", 500),
            Map.entry("location.sameCountry", true),
            Map.entry("location.inDowntime", true),
            Map.entry("location.shipsToday", true),
            Map.entry("location.daysToShip", 0),
            Map.entry("location.score", new BigDecimal("8.5")),
            Map.entry("location.handlingCost", 1.25),
            Map.entry("shippingCost", new BigDecimal("10.00")),
            Map.entry("servingCost", new BigDecimal("12.875")),
            Map.entry("transitDays", 2),
            Map.entry("promiseDays", 3),
            Map.entry("orderByHours", 1.5),
            Map.entry("carrier", "UPS"),
            Map.entry("service", "GROUND"),
            Map.entry("margin", new BigDecimal("6.75")),
            Map.entry("daysOfSupply", 12.5),
            Map.entry("inventoryAgeDays", 30),
            Map.entry("freshnessHours", 4.5),
            Map.entry("order.lineCount", 1),
            Map.entry("customer.group", "GOLD"),
            Map.entry("customer.attributes.text", "Hello"),
            Map.entry("line.unitPrice", new BigDecimal("14.00")),
            Map.entry("table.byLocation", 4),
            Map.entry("table.byProduct", "Hello"),
            Map.entry("table.byBoth", true),
            Map.entry("table.byPostalCode", 6.5),
            Map.entry("list.members", true),
            Map.entry("computed.doubled", 20),
            Map.entry("computed.word", "WEB"),
            Map.entry("computed.attribute", true)));

    private static Question question() {
        Map<String, Object> attributes =
                Map.of("text", "Hello", "number", 2.5, "flag", true, "list", List.of("a", "b"), "handlingCost", 1.25);
        LineFacts line = new LineFacts(1, "A", 2, 500, null, attributes, attributes, Set.of(), new BigDecimal("14.00"));
        OrderFacts.Customer customer = new OrderFacts.Customer("GOLD", attributes);
        OrderFacts plain = Network.order(attributes);
        OrderFacts order = new OrderFacts(
                plain.number(),
                plain.channel(),
                plain.fulfillmentType(),
                plain.requestedService(),
                plain.currency(),
                plain.destination(),
                plain.value(),
                attributes,
                customer);
        return new Question(
                Network.MONDAY_NOON, order, List.of(line), List.of(candidate(attributes)), Definitions.ROWS);
    }

    private static Candidate candidate(Map<String, Object> attributes) {
        Instant noon = Network.MONDAY_NOON;
        LocationFacts location = new LocationFacts(
                new LocationFacts.Identity("NEAR", "STORE", true, 3, Set.of("EAST", "CITY")),
                new Place(Network.place(0).point(), "US", "GA", "30303"),
                new LocationFacts.Workday(
                        OpeningHours.always(ZoneId.of("UTC")),
                        LocalTime.of(14, 0),
                        10,
                        Set.of("SHIP", "PICKUP"),
                        List.of(new LocationFacts.Downtime(noon, noon.plusSeconds(1)))),
                attributes);
        Carriage carriage = new Carriage(
                "UPS", "GROUND", "2", 2, noon.plusSeconds(5400), LocalDate.of(2026, 11, 26), grams -> grams);
        Candidate.Shelf shelf = new Candidate.Shelf(12.5, 30.0, 4.5);
        Candidate.Room room = new Candidate.Room(8L, 40L, new BigDecimal("500"));
        return new Candidate(
                location,
                3,
                List.of(new Candidate.Offer(1, 9, new BigDecimal("7.25"), null, shelf)),
                carriage,
                room,
                new BigDecimal("8.5"));
    }

    private static boolean holds(String field, String operator, Object value) {
        Strategy strategy = Trees.strategy(
                Definitions.LEXICON,
                scenario("s", "FIRST_FIT", list(filter(field, operator, value)), list(sort("distanceKm", "ASC"))));
        Plan plan = strategy.route(question());
        boolean chosen = plan.unassigned().isEmpty();
        if (!chosen) {
            Decision.Verdict verdict =
                    plan.decision().scenarios().getFirst().candidates().getFirst();
            assertThat(verdict.reasons().getFirst().rule().pointer()).isEqualTo("/filters/0");
            assertThat(verdict.reasons().getFirst().rule().field()).isEqualTo(field);
            assertThat(DecisionTest.texts(plan).getFirst()).startsWith("NEAR FILTERED Not NEAR: ");
        }
        return chosen;
    }

    static Stream<Arguments> pairs() {
        List<Arguments> pairs = new ArrayList<>();
        for (Map<?, ?> field : Trees.items(Vocabulary.toTree(Definitions.LEXICON), "fields")) {
            String name = String.valueOf(field.get("name"));
            for (String concrete : concrete(name)) {
                for (Object operator : operators(field)) {
                    if (fits(String.valueOf(operator), fact(concrete))) {
                        pairs.add(Arguments.of(concrete, operator));
                    }
                }
            }
        }
        return pairs.stream();
    }

    private static Object fact(String field) {
        return Objects.requireNonNull(FACTS.get(field), () -> "what is " + field + " in this test?");
    }

    private static List<?> operators(Map<?, ?> field) {
        Object operators = field.get("operators");
        return operators instanceof List<?> list ? list : List.of();
    }

    private static List<String> concrete(String name) {
        String prefix = name.replace("*", "");
        return name.endsWith("*")
                ? FACTS.keySet().stream()
                        .filter(key -> key.startsWith(prefix))
                        .sorted()
                        .toList()
                : List.of(name);
    }

    /** An attribute takes every operator; a pair makes sense where its value is of the operator's type. */
    private static boolean fits(String operator, Object fact) {
        Relation relation = Relation.valueOf(operator);
        if (relation.comparesOrder()) {
            return fact instanceof Number;
        }
        if (relation.comparesText()) {
            boolean ends = relation == Relation.STARTS_WITH || relation == Relation.ENDS_WITH;
            return fact instanceof String || (fact instanceof Collection && !ends);
        }
        boolean equality = relation == Relation.EQUALS || relation == Relation.NOT_EQUALS;
        return !(fact instanceof Collection && equality);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void holds_when_it_should_and_not_when_it_should_not(String field, String operator) {
        Object fact = fact(field);
        List<Object> operands = operands(Relation.valueOf(operator), fact);
        assertThat(holds(field, operator, operands.getFirst()))
                .as("%s %s %s %s", fact, field, operator, operands.getFirst())
                .isTrue();
        assertThat(holds(field, operator, operands.getLast()))
                .as("%s %s %s %s", fact, field, operator, operands.getLast())
                .isFalse();
    }

    /** First one that makes the comparison hold, then one that does not. */
    private static List<Object> operands(Relation operator, Object fact) {
        Object one = fact instanceof Collection<?> many ? many.iterator().next() : fact;
        Object other = fact instanceof Boolean flag ? !flag : fact instanceof Number ? (Object) 12345 : "Other";
        return switch (operator) {
            case EQUALS, CONTAINS -> List.of(one, other);
            case NOT_EQUALS, NOT_CONTAINS -> List.of(other, one);
            case IN -> List.of(list(other, one), list(other));
            case NOT_IN -> List.of(list(other), list(other, one));
            case STARTS_WITH -> List.of(one.toString().substring(0, 1), "Other");
            case ENDS_WITH -> List.of(one.toString().substring(one.toString().length() - 1), "Other");
            case GREATER -> List.of(-1, one);
            case GREATER_OR_EQUAL -> List.of(one, 12345);
            case LESS -> List.of(12345, one);
            case LESS_OR_EQUAL -> List.of(one, -1);
            case BETWEEN -> List.of(list(one, one), list(12345, 12346));
            case EXISTS -> List.of(true, false);
            default -> throw new AssertionError(operator);
        };
    }

    @Test
    void every_field_of_the_vocabulary_is_tried() {
        Set<String> tried = new HashSet<>();
        pairs().forEach(pair -> tried.add(String.valueOf(pair.get()[0])));
        assertThat(tried).isEqualTo(FACTS.keySet());
    }

    @ParameterizedTest
    @MethodSource("missing")
    void what_is_missing_satisfies_the_negative_operators_alone(String operator, Object value, boolean expected) {
        assertThat(holds("location.attributes.nothing", operator, value)).isEqualTo(expected);
        assertThat(holds("line.attributes.nothing", operator, value)).isEqualTo(expected);
    }

    static Stream<Arguments> missing() {
        return Stream.of(
                Arguments.of("EQUALS", "x", false),
                Arguments.of("EQUALS", false, false),
                Arguments.of("NOT_EQUALS", "x", true),
                Arguments.of("NOT_EQUALS", true, true),
                Arguments.of("IN", list("x"), false),
                Arguments.of("NOT_IN", list("x"), true),
                Arguments.of("CONTAINS", "x", false),
                Arguments.of("NOT_CONTAINS", "x", true),
                Arguments.of("STARTS_WITH", "x", false),
                Arguments.of("ENDS_WITH", "x", false),
                Arguments.of("GREATER", -1, false),
                Arguments.of("LESS", 1, false),
                Arguments.of("BETWEEN", list(0, 1), false),
                Arguments.of("EXISTS", true, false),
                Arguments.of("EXISTS", false, true));
    }

    @ParameterizedTest
    @MethodSource("wrongTypes")
    void a_value_of_another_type_is_like_a_missing_one(String operator, Object value, boolean expected) {
        assertThat(holds("location.attributes.text", operator, value)).isEqualTo(expected);
    }

    static Stream<Arguments> wrongTypes() {
        return Stream.of(
                Arguments.of("EQUALS", 5, false),
                Arguments.of("EQUALS", true, false),
                Arguments.of("NOT_EQUALS", 5, true),
                Arguments.of("GREATER", 5, false),
                Arguments.of("BETWEEN", list(0, 9), false));
    }

    @Test
    void numbers_are_equal_whatever_their_places() {
        assertThat(holds("unitCost", "EQUALS", 7.25)).isTrue();
        assertThat(holds("unitCost", "EQUALS", new BigDecimal("7.2500"))).isTrue();
        assertThat(holds("unitCost", "IN", list(new BigDecimal("7.2500")))).isTrue();
        assertThat(holds("order.value", "EQUALS", 54)).isTrue();
        assertThat(holds("location.attributes.number", "EQUALS", new BigDecimal("2.50")))
                .isTrue();
    }
}

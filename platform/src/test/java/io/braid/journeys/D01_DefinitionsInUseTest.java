package io.braid.journeys;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What orders are routed by now stays as it is: its tables, lists and attributes too. */
class D01_DefinitionsInUseTest {
    private static final BraidUnderTest braid = BraidUnderTest.start();
    private static final String ROUTING = "/api/v1/routing";
    private static final int ROUNDS = 16;

    private final World world = World.in(braid);
    private final String mug = world.product("MUG");
    private String near = "";

    @AfterAll
    static void stop() {
        braid.close();
    }

    @BeforeEach
    void a_mug_nearby() {
        near = world.warehouse("NEAR", "38118");
        world.stock(near, mug, 1_000);
        promote(draft(filter("location.code", "NOT_EQUALS", "nowhere")));
    }

    /** Defines a table, a list or a computed attribute; answers the field by which rules name it. */
    private String define(String what) {
        String name = world.named("d-" + what.toLowerCase(Locale.ROOT));
        switch (what) {
            case "TABLE" ->
                done(braid.put(path("table." + name), Map.of("keyedBy", "LOCATION", "valueType", "NUMBER")));
            case "LIST" -> done(braid.put(path("list." + name), Map.of("keyedBy", "LOCATION")));
            default -> done(braid.put(path("computed." + name), Map.of("expression", "available * 2")));
        }
        return (what.equals("COMPUTED") ? "computed." : what.equals("LIST") ? "list." : "table.") + name;
    }

    private static String path(String field) {
        String name = field.substring(field.indexOf('.') + 1);
        return ROUTING + (field.startsWith("computed.") ? "/computed-attributes/" : "/tables/") + name;
    }

    private static Map<String, Object> filter(String field, String operator, Object value) {
        return Map.of("field", field, "operator", operator, "value", value);
    }

    /** Every location passes: what is not in a table is not a large number, and in no list. */
    private static Map<String, Object> naming(String field) {
        return field.startsWith("list.")
                ? filter(field, "EQUALS", false)
                : Map.of("none", List.of(filter(field, "GREATER", 1_000_000)));
    }

    private static String draft(Map<String, Object> filter) {
        Map<String, Object> scenario = new HashMap<>();
        scenario.put("name", "s");
        scenario.put("filters", List.of(filter));
        scenario.put("assignment", Map.of("mode", "FIRST_FIT"));
        Answer drafted = done(braid.post(
                ROUTING + "/strategies",
                Map.of(
                        "name",
                        "defined",
                        "routes",
                        List.of(Map.of("fulfillmentType", "SHIP", "scenarios", List.of(scenario))))));
        return drafted.text("/id");
    }

    private static Answer promotion(String strategy, Map<String, ?> body) {
        return braid.post(ROUTING + "/strategies/" + strategy + "/promotion", body);
    }

    private static void promote(String strategy) {
        braid.clock().turn(Duration.ofMinutes(1));
        done(promotion(strategy, Map.of()));
    }

    private static Answer delete(String path) {
        return braid.send(braid.request(path, BraidUnderTest.OPERATOR_KEY).DELETE());
    }

    private void ordersGoThrough() {
        assertThat(world.place(mug, 1).text("/shipments/0/location")).isEqualTo(near);
    }

    @ParameterizedTest
    @CsvSource({"TABLE", "LIST", "COMPUTED"})
    void what_the_live_strategy_names_cannot_be_deleted(String what) {
        String field = define(what);
        String strategy = draft(naming(field));
        promote(strategy);

        Answer refused = delete(path(field));

        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.text("/type")).isEqualTo("/problems/definition-in-use");
        assertThat(refused.text("/usedBy/0")).startsWith("strategy 'defined' version ");
        ordersGoThrough();
        promote(draft(filter("location.code", "NOT_EQUALS", "nowhere")));
        assertThat(delete(path(field)).status())
                .as("a rollback would bring it back")
                .isEqualTo(409);
        promote(draft(filter("location.code", "NOT_EQUALS", "nowhere")));
        done(delete(path(field)));
    }

    @ParameterizedTest
    @CsvSource({"TABLE", "LIST", "COMPUTED"})
    void nor_what_one_with_a_share_names_for_as_long_as_it_has_it(String what) {
        String field = define(what);
        String trial = draft(naming(field));
        done(promotion(trial, Map.of("share", 0.5)));

        assertThat(delete(path(field)).text("/type")).isEqualTo("/problems/definition-in-use");

        done(delete(ROUTING + "/strategies/" + trial + "/promotion"));
        done(delete(path(field)));
    }

    @Test
    void nor_changed_so_that_the_strategy_no_longer_reads() {
        String attribute = define("COMPUTED");
        String table = define("TABLE");
        promote(draft(Map.of("all", List.of(naming(attribute), naming(table)))));

        Answer anotherType = braid.put(path(attribute), Map.of("expression", "available > 2"));
        Answer anotherShape = braid.put(path(table), Map.of("keyedBy", "LOCATION", "valueType", "TEXT"));

        assertThat(anotherType.text("/type")).isEqualTo("/problems/definition-in-use");
        assertThat(anotherShape.text("/type")).isEqualTo("/problems/table-shape-is-fixed");
        ordersGoThrough();
        Answer anotherValue = braid.put(path(attribute), Map.of("expression", "available * 3"));
        assertThat(anotherValue.text("/type")).isEqualTo("/problems/definition-in-use");
        done(braid.put(path(table), Map.of("keyedBy", "LOCATION", "valueType", "NUMBER", "meaning", "another")));
        ordersGoThrough();
    }

    @ParameterizedTest
    @CsvSource({"TABLE", "LIST", "COMPUTED"})
    void a_strategy_that_names_a_deleted_one_never_rules_again(String what) {
        String field = define(what);
        String retired = draft(naming(field));
        promote(retired);
        String live = draft(filter("location.code", "NOT_EQUALS", "elsewhere"));
        promote(draft(filter("location.code", "NOT_EQUALS", "elsewhere")));
        promote(live);
        String draft = draft(naming(field));
        done(delete(path(field)));
        done(braid.post(ROUTING + "/rollback", Map.of()));

        List<Answer> attempts = List.of(
                promotion(draft, Map.of()),
                promotion(draft, Map.of("share", 0.5)),
                promotion(retired, Map.of()),
                braid.post(ROUTING + "/rollback", Map.of()));

        for (Answer attempt : attempts) {
            assertThat(attempt.status()).as(attempt.body()).isEqualTo(422);
            assertThat(attempt.text("/type")).isEqualTo("/problems/no-longer-reads");
            assertThat(attempt.text("/errors/0/pointer")).startsWith("/routes/0/scenarios/0/filters/0");
            assertThat(attempt.text("/errors/0/detail")).contains(field);
        }
        assertThat(braid.get(ROUTING + "/strategies/" + live).text("/state")).isEqualTo("RETIRED");
        ordersGoThrough();
    }

    @Test
    void of_a_promotion_and_a_deletion_at_once_only_one_is_heard() throws Exception {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                String name = world.named("r" + round);
                done(braid.put(ROUTING + "/computed-attributes/" + name, Map.of("expression", "available * 2")));
                String strategy = draft(naming("computed." + name));
                CyclicBarrier together = new CyclicBarrier(2);
                Future<Answer> promoted = two.submit(() -> {
                    together.await();
                    return promotion(strategy, Map.of());
                });
                Future<Answer> deleted = two.submit(() -> {
                    together.await();
                    return delete(ROUTING + "/computed-attributes/" + name);
                });
                boolean rules = promoted.get().status() == 200;
                assertThat(promoted.get().status()).as(promoted.get().body()).isEqualTo(rules ? 200 : 422);
                assertThat(deleted.get().status() == 409)
                        .as(deleted.get().body())
                        .isEqualTo(rules);
                ordersGoThrough();
            }
        }
    }
}

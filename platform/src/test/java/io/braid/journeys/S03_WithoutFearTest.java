package io.braid.journeys;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Strategies in many hands at once: drafted, promoted, rolled back, removed; what rules does not change unseen. */
class S03_WithoutFearTest {
    private static final String STRATEGIES = "/api/v1/routing/strategies";
    private static final String ROLLBACK = "/api/v1/routing/rollback";

    private static BraidUnderTest braid;
    private static World world;
    private static int names;

    @BeforeAll
    static void start() {
        braid = BraidUnderTest.start();
        world = World.in(braid);
    }

    @AfterAll
    static void stop() {
        braid.close();
    }

    @Test
    void a_rollback_goes_back_one_strategy_at_a_time() {
        String name = name();
        List<String> promoted = List.of(draft(name), draft(name), draft(name));
        String before = live();
        promoted.forEach(id -> done(promote(id, Map.of())));
        assertThat(rolledBack()).isEqualTo(promoted.get(1));
        assertThat(rolledBack()).isEqualTo(promoted.get(0));
        Answer reigns = braid.get("/api/v1/routing/reigns?limit=4");
        assertThat(reigns.json()
                        .at("/items")
                        .valueStream()
                        .map(r -> r.at("/strategyId").asString()))
                .containsExactly(promoted.get(0), promoted.get(1), promoted.get(2), promoted.get(1));
        assertThat(reigns.json().at("/items/0/until").isNull()).isTrue();
        assertThat(reigns.text("/items/1/until")).isEqualTo(reigns.text("/items/0/since"));
        assertThat(reigns.text("/items/0/by")).isNotEmpty();
        Answer older = braid.get("/api/v1/routing/reigns?limit=4&cursor=" + reigns.text("/nextCursor"));
        assertThat(older.text("/items/0/strategyId")).isEqualTo(promoted.get(0));
        assertThat(rolledBack()).isEqualTo(before);

        done(promote(promoted.get(2), Map.of()));
        done(promote(promoted.get(1), Map.of("share", 0.5)));
        assertThat(rolledBack()).as("the share alone is taken back").isEqualTo(promoted.get(2));
        assertThat(rolledBack()).isEqualTo(before);
    }

    @Test
    void of_a_rollback_the_operator_says_what_it_is_to_undo() {
        String one = draft(name());
        done(promote(one, Map.of()));
        int seen =
                done(braid.get(STRATEGIES + "/" + one)).json().at("/rowVersion").asInt();
        String other = draft(name());

        Answer another = braid.post(ROLLBACK, Map.of("strategyId", other));
        assertThat(another.text("/type")).as(another.body()).endsWith("ruled-by-another");
        Answer stale = braid.post(ROLLBACK, Map.of("strategyId", one, "expectedVersion", seen - 1));
        assertThat(stale.text("/type")).endsWith("version-conflict");
        assertThat(live()).isEqualTo(one);
        done(braid.post(ROLLBACK, Map.of("strategyId", one, "expectedVersion", seen)));
        assertThat(live()).isNotEqualTo(one);
        assertThat(braid.post(ROLLBACK, Map.of("strategyId", one, "expectedVersion", seen))
                        .status())
                .as("a second time it would undo something else")
                .isEqualTo(409);
    }

    @Test
    void any_number_of_operators_at_once_come_one_after_the_other() {
        long seed = new Random().nextLong();
        System.out.println("S03 seed " + seed);
        Random random = new Random(seed);
        String name = name();
        List<String> drafts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            drafts.add(draft(name));
        }
        List<Runnable> moves = new ArrayList<>();
        List<Answer> answers = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 96; i++) {
            String id = drafts.get(random.nextInt(drafts.size()));
            OptionalInt expected = random.nextInt(4) == 0 ? OptionalInt.of(random.nextInt(1, 6)) : OptionalInt.empty();
            moves.add(
                    switch (random.nextInt(4)) {
                        case 0 -> () -> answers.add(braid.post(STRATEGIES, document(name, List.of())));
                        case 1 -> () -> answers.add(braid.post(ROLLBACK, Map.of()));
                        case 2 -> () -> answers.add(promote(id, Map.of("share", 0.25)));
                        default -> () -> answers.add(promote(id, body(expected)));
                    });
        }
        atOnce(moves);

        assertThat(answers).hasSize(96);
        assertThat(answers)
                .as("seed " + seed)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.body()).isIn(200, 201, 409));
        assertThat(listed("?state=LIVE&limit=500")).as("seed " + seed).hasSize(1);
        List<Integer> versions = new ArrayList<>();
        done(braid.get(STRATEGIES + "?limit=500&name=" + name))
                .json()
                .at("/items")
                .forEach(each -> versions.add(each.at("/version").asInt()));
        assertThat(versions)
                .as("numbers without a gap, seed " + seed)
                .isSorted()
                .hasSize(versions.getLast());
        while (braid.post(ROLLBACK, Map.of()).status() == 200) {
            assertThat(live()).isNotEmpty();
        }
    }

    private static Map<String, Object> body(OptionalInt expected) {
        return expected.isPresent() ? Map.of("expectedVersion", expected.getAsInt()) : Map.of();
    }

    private static void atOnce(List<Runnable> moves) {
        try (ExecutorService eight = Executors.newFixedThreadPool(8)) {
            moves.stream()
                    .map(move -> CompletableFuture.runAsync(move, eight))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    @Test
    void what_a_ruling_strategy_names_does_not_change_under_it() {
        String attribute = world.named("pull").replace('-', '_');
        String path = "/api/v1/routing/computed-attributes/" + attribute;
        done(braid.put(path, Map.of("expression", "distanceKm * 2.0")));
        String name = name();
        String draft = draft(name, "computed." + attribute);
        done(braid.put(path, Map.of("expression", "distanceKm * 3.0")));
        done(promote(draft, Map.of("share", 0.5)));

        Answer refused = braid.put(path, Map.of("expression", "distanceKm * 4.0"));
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.text("/type")).endsWith("definition-in-use");
        assertThat(refused.text("/usedBy/0")).contains(name);
        done(braid.put(path, Map.of("expression", "distanceKm * 3.0", "meaning", "as before")));
        done(promote(draft, Map.of()));
        String next = draft(name);
        done(promote(next, Map.of()));
        assertThat(braid.put(path, Map.of("expression", "'text'")).status())
                .as("a rollback goes back to it")
                .isEqualTo(409);
        assertThat(deleted(path).status()).isEqualTo(409);
        done(braid.post(ROLLBACK, Map.of("strategyId", next)));
        assertThat(live()).isEqualTo(draft);
        done(braid.post(ROLLBACK, Map.of("strategyId", draft)));
        done(braid.put(path, Map.of("expression", "distanceKm * 4.0")));
        assertThat(deleted(path).status()).isEqualTo(204);
        Answer gone = promote(draft, Map.of());
        assertThat(gone.text("/type")).as(gone.body()).endsWith("no-longer-reads");
        assertThat(gone.text("/errors/0/detail")).contains(attribute);
    }

    @Test
    void a_table_that_a_rollback_needs_stays() {
        String table = world.named("rank").replace('-', '_');
        done(braid.put("/api/v1/routing/tables/" + table, Map.of("keyedBy", "LOCATION", "valueType", "NUMBER")));
        String name = name();
        done(promote(draft(name, "table." + table), Map.of()));
        done(promote(draft(name), Map.of()));
        Answer refused = deleted("/api/v1/routing/tables/" + table);
        assertThat(refused.text("/type")).as(refused.body()).endsWith("definition-in-use");
        rolledBack();
        rolledBack();
    }

    @Test
    void lists_leave_documents_out_and_find_by_name_and_state() {
        String name = name();
        String large = "x".repeat(500);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(done(braid.post(STRATEGIES, document(name, List.of(large)))).text("/id"));
        }
        Answer page = done(braid.get(STRATEGIES + "?name=" + name + "&limit=3"));
        assertThat(page.body()).doesNotContain("document", "xxxx");
        assertThat(page.json().at("/items")).hasSize(3);
        assertThat(page.text("/items/0/state")).isEqualTo("DRAFT");
        Answer rest = done(braid.get(STRATEGIES + "?name=" + name + "&limit=3&cursor=" + page.text("/nextCursor")));
        assertThat(rest.json().at("/items")).hasSize(2);
        assertThat(done(braid.get(STRATEGIES + "/" + ids.getFirst())).body()).contains(large);
        assertThat(listed("?name=" + name + "&state=LIVE")).isEmpty();
        assertThat(braid.get(STRATEGIES + "?state=ALIVE").text("/errors/0/pointer"))
                .isEqualTo("/state");
    }

    @Test
    void a_draft_is_removed_and_its_number_is_not_used_again() {
        String name = name();
        String first = draft(name);
        String second = draft(name);
        assertThat(deleted(STRATEGIES + "/" + second).status()).isEqualTo(204);
        assertThat(deleted(STRATEGIES + "/" + second).status()).isEqualTo(404);
        assertThat(braid.get(STRATEGIES + "/" + second).status()).isEqualTo(404);
        assertThat(promote(second, Map.of()).status()).isEqualTo(404);
        assertThat(listed("?name=" + name)).containsExactly(first);
        assertThat(done(braid.post(STRATEGIES, document(name, List.of())))
                        .json()
                        .at("/version")
                        .asInt())
                .isEqualTo(3);
        assertThat(done(braid.get("/api/v1/journal?subject=strategy:" + name + "/2"))
                        .body())
                .contains("StrategyDrafted", "StrategyRemoved");
        done(promote(first, Map.of("share", 0.1)));
        done(braid.post(ROLLBACK, Map.of()));
        assertThat(deleted(STRATEGIES + "/" + first).text("/type")).endsWith("has-ruled");
    }

    private static String name() {
        return world.named("s" + ++names);
    }

    private static Answer deleted(String path) {
        return braid.send(braid.request(path, BraidUnderTest.OPERATOR_KEY).DELETE());
    }

    private static List<String> listed(String query) {
        return StreamSupport.stream(
                        done(braid.get(STRATEGIES + query)).json().at("/items").spliterator(), false)
                .map(each -> each.at("/id").asString())
                .toList();
    }

    private static String live() {
        return listed("?state=LIVE").getFirst();
    }

    private static String rolledBack() {
        return done(braid.post(ROLLBACK, Map.of())).text("/id");
    }

    private static Answer promote(String id, Map<String, ?> body) {
        return braid.post(STRATEGIES + "/" + id + "/promotion", body);
    }

    private static String draft(String name, String... sorts) {
        return done(braid.post(STRATEGIES, document(name, List.of(sorts)))).text("/id");
    }

    /** A strategy that sorts by these fields; what is no field's name stands in a group of locations. */
    private static Map<String, Object> document(String name, List<String> sorts) {
        List<Map<String, String>> by = sorts.stream()
                .filter(sort -> sort.contains("."))
                .map(sort -> Map.of("field", sort, "direction", "ASC"))
                .toList();
        List<String> groups = sorts.stream().filter(sort -> !sort.contains(".")).toList();
        Map<String, ?> scenario = Map.of(
                "name",
                groups.isEmpty() ? "one" : groups.getFirst(),
                "sorts",
                by,
                "assignment",
                Map.of("mode", "FIRST_FIT"));
        return Map.of(
                "name",
                name,
                "routes",
                List.of(Map.of("fulfillmentType", "SHIP", "scenarios", List.of(scenario), "finally", "BACKORDER")));
    }
}

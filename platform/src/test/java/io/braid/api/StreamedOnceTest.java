package io.braid.api;

import static io.braid._support.World.done;
import static io.braid.api.BadInputTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Imports and other streams with an Idempotency-Key: the same file again has the same answer, and changes nothing. */
class StreamedOnceTest {
    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final String key = UUID.randomUUID().toString();
    private World world;
    private String here;
    private String table;

    @BeforeEach
    void network() {
        world = World.in(braid);
        here = world.warehouse("HERE", "38103");
        table = "/api/v1/routing/tables/" + world.named("t");
        done(braid.put(table, Map.of("keyedBy", "LOCATION", "valueType", "NUMBER")));
    }

    private Answer send(String path, String type, String body) {
        return braid.send(braid.request(path, BraidUnderTest.OPERATOR_KEY)
                .header("Idempotency-Key", key)
                .setHeader("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private Answer rows(String csv) {
        return send(table + "/import", "text/csv", csv);
    }

    @Test
    void the_same_file_again_is_answered_and_not_read_in_again() {
        Answer first = done(rows("location,value\n" + here + ",1\n"));
        done(braid.send(braid.request(table + "/import", BraidUnderTest.OPERATOR_KEY)
                .POST(BodyPublishers.ofString("location,value\n" + here + ",7\n"))));

        Answer again = rows("location,value\n" + here + ",1\n");

        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(braid.get(table + "/rows").text("/items/0/value")).isEqualTo("7");
    }

    @Test
    void the_key_with_another_file_is_refused() {
        done(rows("location,value\n" + here + ",1\n"));

        assertProblem(rows("location,value\n" + here + ",2\n"), 422, "idempotency-key-reused");
        assertThat(braid.get(table + "/rows").text("/items/0/value")).isEqualTo("1");
    }

    @Test
    void what_was_refused_leaves_the_key_free() {
        assertProblem(rows("place,value\n" + here + ",1\n"), 422, "bad-csv-header");

        assertThat(done(rows("location,value\n" + here + ",1\n")).header("Idempotent-Replayed"))
                .isEmpty();
    }

    @Test
    void a_stream_of_orders_is_told_again_line_by_line() throws Exception {
        String mug = world.product("MUG");
        world.stock(here, mug, 5);
        JsonMapper json = JsonMapper.shared();
        String file = json.writeValueAsString(world.orderFor(mug, 1)) + "\n"
                + json.writeValueAsString(world.orderFor("NOTHING", 1)) + "\n";

        Answer first = done(send("/api/v1/orders/import", "application/x-ndjson", file));
        Answer again = send("/api/v1/orders/import", "application/x-ndjson", file);

        assertThat(first.body()).contains("CREATED").contains("REFUSED");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void a_simulation_of_a_file_is_begun_once() throws Exception {
        String strategy = braid.get("/api/v1/routing/strategies?state=LIVE").text("/items/0/id");
        String file = JsonMapper.shared().writeValueAsString(world.orderFor(world.product("MUG"), 1)) + "\n";
        String path = "/api/v1/routing/simulations?strategyId=" + strategy;

        Answer first = done(send(path, "application/x-ndjson", file));
        Answer again = send(path, "application/x-ndjson", file);

        assertThat(again.status()).isEqualTo(202);
        assertThat(List.of(again.text("/id"), again.header("Location")))
                .isEqualTo(List.of(first.text("/id"), first.header("Location")));
    }

    @Test
    void an_answer_too_long_to_be_held_is_sent_as_it_comes() {
        String line = "{\"nonsense\":\"" + "x".repeat(40) + "\"}\n";
        Answer answer = send("/api/v1/orders/import", "application/x-ndjson", line.repeat(12_000));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().length()).isGreaterThan(StreamedOnce.ANSWER_BYTES_MAX);
        assertThat(answer.body().lines().count()).isEqualTo(12_000);
    }
}

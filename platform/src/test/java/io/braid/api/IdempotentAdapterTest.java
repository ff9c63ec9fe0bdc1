package io.braid.api;

import static io.braid.api.BadInputTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A repetition is answered and not done again: one after another, at the same time, and after a failure. */
class IdempotentAdapterTest {
    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final String key = UUID.randomUUID().toString();

    @Test
    void a_repetition_is_answered_to_the_byte_and_not_done_again() {
        Answer first = post(key, 201, 1);
        Answer again = post(key, 201, 1);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        for (String header : List.of("Location", "ETag", "Content-Type", "Cache-Control")) {
            assertThat(again.header(header)).as(header).isEqualTo(first.header(header));
        }
        assertThat(made("probe-1")).isEqualTo(1);
    }

    @Test
    void the_same_key_with_anything_else_is_refused() {
        post(key, 200, 2);

        assertProblem(post(key, 200, 3), 422, "idempotency-key-reused");
        assertProblem(post(key, 201, 2), 422, "idempotency-key-reused");
        assertThat(made("probe-3")).isZero();
    }

    @Test
    void keys_belong_to_their_caller() {
        String other = braid.post("/api/v1/api-keys", Map.of("name", "other", "scopes", List.of("*")))
                .text("/key");
        Answer mine = post(key, 200, 4);
        Answer theirs = braid.send(braid.request("/api/v1/probes/200", other)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString("{\"line\":4}")));

        assertThat(theirs.header("Idempotent-Replayed")).isEmpty();
        assertThat(theirs.body()).isNotEqualTo(mine.body());
    }

    @Test
    void a_no_undoes_everything_and_leaves_the_key_free() {
        assertThat(post(key, 409, 5).status()).isEqualTo(409);
        assertThat(made("probe-5")).isZero();
        assertThat(post(key, 409, 5).header("Idempotent-Replayed")).isEmpty();

        assertProblem(post(key, 0, 5), 500, "internal-error");
        assertThat(made("probe-5")).isZero();
        assertThat(post(key, 200, 5).status()).isEqualTo(200);
        assertThat(made("probe-5")).isEqualTo(1);
    }

    @Test
    void a_key_is_forgotten_after_72_hours() {
        post(key, 200, 6);
        braid.clock().turn(Duration.ofHours(71));
        assertThat(post(key, 200, 6).header("Idempotent-Replayed")).isEqualTo("true");
        braid.clock().turn(Duration.ofHours(2));

        assertThat(post(key, 200, 6).header("Idempotent-Replayed")).isEmpty();
        assertThat(made("probe-6")).isEqualTo(2);
    }

    @Test
    void malformed_keys_are_refused() {
        assertProblem(post("x".repeat(256), 200, 7), 400, "malformed-idempotency-key");
        assertThat(post("x".repeat(255), 200, 7).status()).isEqualTo(200);
        assertThat(post("spaces and \"quotes\"", 200, 7).status()).isEqualTo(200);
    }

    @Test
    void a_key_that_is_held_for_long_is_told_as_busy() throws Exception {
        try (var connection = braid.database().owner().getConnection()) {
            connection.setAutoCommit(false);
            connection
                    .createStatement()
                    .execute("insert into idempotency (principal, key, request_hash, created_at) select id::text, '"
                            + key + "', '', now() from api_key where name = 'BRAID_API_KEY'");

            Answer answer = post(key, 200, 8);

            assertProblem(answer, 409, "idempotency-key-in-use");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            connection.rollback();
        }
        assertThat(post(key, 200, 8).status()).isEqualTo(200);
    }

    @Test
    void many_at_once_have_one_effect_and_one_answer() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("idempotency race seed " + seed);
        Random random = new Random(seed);
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 160; i++) {
            int number = 1_000 + random.nextInt(12);
            calls.add(() -> post(key + number, 201, number));
        }
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
            for (Future<Answer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).allMatch(answer -> answer.status() == 201, "created, first or again");
        long effects = answers.stream().map(Answer::body).distinct().count();
        assertThat(answers.stream().filter(a -> a.header("Idempotent-Replayed").isEmpty()))
                .hasSize((int) effects);
        for (int number = 1_000; number < 1_012; number++) {
            assertThat(made("probe-" + number)).isLessThanOrEqualTo(1);
        }
    }

    private Answer post(String idempotencyKey, int status, int line) {
        return braid.send(braid.request("/api/v1/probes/" + status, BraidUnderTest.OPERATOR_KEY)
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString("{\"line\":" + line + "}")));
    }

    private int made(String name) {
        return JdbcClient.create(braid.database().owner())
                .sql("select count(*) from api_key where name = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }
}

package io.braid.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys, over HTTP. */
class ApiKeysHttpTest {
    private final BraidUnderTest braid = BraidUnderTest.shared();

    @Test
    void a_key_is_shown_once_opens_what_its_scopes_say_and_is_dead_when_revoked() {
        Answer issued = braid.post("/api/v1/api-keys", Map.of("name", "reader", "scopes", List.of("api-keys:read")));
        assertThat(issued.status()).as(issued.body()).isEqualTo(201);
        String key = issued.text("/key");
        assertThat(key).startsWith("brd_").hasSize(47);

        assertThat(braid.get("/api/v1/api-keys?limit=500", key).body()).doesNotContain(key);
        Answer lacking = braid.post("/api/v1/api-keys", Map.of("name", "x", "scopes", List.of("*")), key);
        assertThat(lacking.status()).isEqualTo(403);
        assertThat(lacking.text("/type")).isEqualTo("/problems/missing-scope");

        Answer revoked = braid.send(braid.request(issued.header("Location"), BraidUnderTest.OPERATOR_KEY)
                .DELETE());
        assertThat(revoked.status()).isEqualTo(204);
        assertThat(braid.get("/api/v1/api-keys", key).status()).isEqualTo(401);
    }

    @Test
    void a_repetition_tells_the_same_key_and_the_database_never_held_it() {
        HttpRequest.Builder request = braid.request("/api/v1/api-keys", BraidUnderTest.OPERATOR_KEY)
                .header("Idempotency-Key", "issue-" + UUID.randomUUID())
                .POST(BodyPublishers.ofString("{\"name\":\"sealed\",\"scopes\":[\"*\"]}"));
        Answer first = braid.send(request);
        Answer again = braid.send(request);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
        String key = first.text("/key");
        assertThat(JdbcClient.create(braid.database().owner())
                        .sql("select count(*) from idempotency where position(convert_to(?, 'UTF8') in body) > 0")
                        .param(key)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void what_a_key_may_not_be_is_told_by_place() {
        assertRefused(Map.of("name", "x", "scopes", List.of()), "/scopes", "invalid-request");
        assertRefused(Map.of("name", "x", "scopes", List.of("api-keys:eat")), "/scopes/0", "invalid-request");
        assertRefused(Map.of("name", " ", "scopes", List.of("*")), "/name", "invalid-request");
        assertRefused(Map.of("name", "x", "scopes", List.of("*"), "vendor", "NO"), "/vendor", "invalid-request");
        assertRefused(Map.of("name", "x", "scopes", List.of("*"), "vendor", "nobody"), "/vendor", "unknown-vendor");
        assertRefused(
                Map.of("name", "x", "scopes", List.of("*"), "expiresAt", "2020-01-01T00:00:00Z"),
                "/expiresAt",
                "expiry-passed");
    }

    private void assertRefused(Map<String, Object> body, String pointer, String type) {
        Answer answer = braid.post("/api/v1/api-keys", body);
        BadInputTest.assertProblem(answer, 422, type);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void nobody_hands_on_more_than_he_has() {
        String few = braid.post("/api/v1/api-keys", Map.of("name", "few", "scopes", List.of("api-keys:write")))
                .text("/key");

        Answer more = braid.post("/api/v1/api-keys", Map.of("name", "more", "scopes", List.of("*")), few);
        Answer same = braid.post("/api/v1/api-keys", Map.of("name", "same", "scopes", List.of("api-keys:write")), few);

        BadInputTest.assertProblem(more, 422, "invalid-request");
        assertThat(same.status()).isEqualTo(201);
    }
}

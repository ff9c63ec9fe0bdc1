package io.braid.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
}

package io.braid.api;

import static io.braid.api.BadInputTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may enter, what is answered to those who may not, and what every answer carries. */
class EdgeTest {
    private static final String PROBES = "/api/v1/probes";

    private final BraidUnderTest braid = BraidUnderTest.shared();

    @Test
    void every_reason_for_401_reads_the_same() {
        Answer issued = braid.post(
                "/api/v1/api-keys",
                Map.of(
                        "name",
                        "short",
                        "scopes",
                        List.of("*"),
                        "expiresAt",
                        braid.clock().instant().plusSeconds(60).toString()));
        String expired = issued.text("/key");
        assertThat(braid.get(PROBES, expired).status()).isEqualTo(200);
        String revoked = braid.post("/api/v1/api-keys", Map.of("name", "gone", "scopes", List.of("*")))
                .text("/key");
        String id = braid.get("/api/v1/api-keys?limit=500")
                .json()
                .at("/items")
                .valueStream()
                .filter(key -> key.at("/name").asString().equals("gone")
                        && key.at("/revokedAt").isNull())
                .findFirst()
                .orElseThrow()
                .at("/id")
                .asString();
        braid.send(braid.request("/api/v1/api-keys/" + id, BraidUnderTest.OPERATOR_KEY)
                .DELETE());
        braid.clock().turn(Duration.ofMinutes(2));

        List<Answer> answers = new ArrayList<>();
        for (String key : List.of(expired, revoked, "unknown", "", "  ", "é", "x".repeat(5_000))) {
            answers.add(braid.send(unauthorized().header("Authorization", "Bearer " + ascii(key))));
        }
        answers.add(braid.send(unauthorized()));
        answers.add(braid.send(unauthorized().header("Authorization", "Basic YTpi")));

        for (Answer answer : answers) {
            assertProblem(answer, 401, "unauthenticated");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"braid\"");
            assertThat(told(answer)).isEqualTo(told(answers.getFirst()));
        }
    }

    private HttpRequest.Builder unauthorized() {
        return HttpRequest.newBuilder(braid.uri(PROBES));
    }

    private static String ascii(String key) {
        return key.replace('é', '?');
    }

    private static String told(Answer answer) {
        return answer.body().replace(answer.header("X-Correlation-Id"), "");
    }

    @Test
    void each_audience_has_its_own_paths() {
        String vendor = vendorKey("audience");

        assertThat(braid.get("/api/v1/vendor/probes/mine", vendor).text("/sku")).isEqualTo("audience");
        assertProblem(braid.get(PROBES, vendor), 403, "wrong-audience");
        assertProblem(braid.get("/api/v1/vendor/probes/mine"), 403, "wrong-audience");
    }

    @Test
    void a_vendor_cannot_tell_missing_from_foreign() {
        String vendor = vendorKey("curious");
        Answer missing = braid.get("/api/v1/vendor/probes/missing", vendor);
        Answer foreign = braid.get("/api/v1/vendor/probes/foreign", vendor);

        assertProblem(missing, 404, "not-found");
        assertThat(foreign.body()).isEqualTo(missing.body());
        assertThat(headers(foreign)).isEqualTo(headers(missing));
    }

    private static Map<String, List<String>> headers(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        assertThat(headers.remove("x-correlation-id")).hasSize(1);
        headers.remove("date");
        return headers;
    }

    private String vendorKey(String vendor) {
        JdbcClient.create(braid.database().owner())
                .sql("""
                        insert into vendor (code, name, email, status, created_at, updated_at)
                        values (?, ?, ?, 'ACTIVE', now(), now()) on conflict do nothing""")
                .params(vendor, vendor, vendor + "@example.com")
                .update();
        return braid.post("/api/v1/api-keys", Map.of("name", vendor, "vendor", vendor, "scopes", List.of("*")))
                .text("/key");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nothing, 404, not-found",
        "GET, /nothing, 404, not-found",
        "GET, /favicon.ico, 404, not-found",
        "GET, /api/v1/probes/x/y, 404, not-found",
        "PATCH, /api/v1/probes, 405, method-not-allowed",
        "TRACE, /api/v1/probes, 405, method-not-allowed",
        "BREW, /api/v1/probes, 405, method-not-allowed",
        "GET, /api/v1/probes?limit=0, 400, bad-parameter",
        "GET, /api/v1/probes?limit=501, 400, bad-parameter",
        "GET, /api/v1/probes?limit=ten, 400, bad-parameter",
        "GET, /api/v1/probes?limit=99999999999, 400, bad-parameter",
        "GET, /api/v1/probes?cursor=!!!, 400, bad-parameter",
        "GET, /api/v1/probes?cursor=AAAA, 400, bad-parameter",
        "GET, /api/v1/probes?cursor=eA, 400, bad-parameter",
        "GET, /api/v1/probes?lines=1, 400, bad-parameter",
        "GET, /api/v1/probes?upTo=many, 400, bad-parameter",
        "GET, /api/v1/probes?upTo=%00, 400, bad-parameter",
        "GET, /api/v1/probes?upTo=%FF, 400, bad-",
        "GET, /api/v1/probes/failing, 400, bad-parameter",
        "GET, /api/v1/probes/failing?state=08006, 503, temporarily-unavailable",
        "GET, /api/v1/probes/failing?state=57P01, 503, temporarily-unavailable",
        "GET, /api/v1/probes/failing?state=40P01, 503, temporarily-unavailable",
        "GET, /api/v1/probes/failing?state=23505, 500, internal-error",
        "GET, /api/v1/api-keys?vendor=NO, 422, invalid-request",
        "DELETE, /api/v1/api-keys/x, 404, not-found",
        "DELETE, /api/v1/api-keys/00000000-0000-7000-8000-000000000000, 404, unknown-api-key",
        "GET, /problems/nothing, 404, not-found",
    })
    void what_cannot_be_served_is_a_problem(String method, String path, int status, String type) {
        Answer answer =
                braid.send(braid.request(path, BraidUnderTest.OPERATOR_KEY).method(method, BodyPublishers.noBody()));

        assertThat(answer.text("/type")).startsWith("/problems/" + type);
        assertProblem(answer, status, answer.text("/type").substring("/problems/".length()));
        assertThat(answer.header("Retry-After")).isEqualTo(status == 503 ? "1" : "");
        if (status == 405 && method.equals("PATCH")) {
            assertThat(answer.header("Allow")).contains("POST", "GET", "PUT");
        }
    }

    @Test
    void an_unknown_parameter_is_named_with_those_that_are_known() {
        Answer answer = braid.get(PROBES + "?limt=3");

        assertThat(answer.text("/detail"))
                .isEqualTo("parameter 'limt': there is no such parameter; this takes cursor, limit, upTo");
    }

    @Test
    void other_media_types_are_refused() {
        assertProblem(
                braid.send(HttpRequest.newBuilder(braid.uri(PROBES))
                        .header("Authorization", "Bearer " + BraidUnderTest.OPERATOR_KEY)
                        .header("Content-Type", "text/xml")
                        .POST(BodyPublishers.ofString("<a/>"))),
                415,
                "unsupported-media-type");
        assertProblem(
                braid.send(HttpRequest.newBuilder(braid.uri(PROBES))
                        .header("Authorization", "Bearer " + BraidUnderTest.OPERATOR_KEY)
                        .header("Accept", "image/png")
                        .GET()),
                406,
                "not-acceptable");
    }

    @Test
    void a_correlation_id_is_taken_over_when_it_is_one_and_made_when_not() {
        assertThat(correlated("trace-1/a.b").header("X-Correlation-Id")).isEqualTo("trace-1/a.b");
        assertThat(correlated("x".repeat(65)).header("X-Correlation-Id")).hasSizeLessThan(65);
        assertThat(correlated("a b").header("X-Correlation-Id")).isNotEqualTo("a b");
    }

    private Answer correlated(String id) {
        return braid.send(braid.request(PROBES, BraidUnderTest.OPERATOR_KEY)
                .header("X-Correlation-Id", id)
                .GET());
    }

    @Test
    void answers_protect_the_browser() {
        Answer answer = braid.get(PROBES);

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("Content-Length")).isNotEmpty();
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        Set<Integer> seen = new HashSet<>();
        String cursor = "";
        int pages = 0;
        do {
            Answer page = braid.get(PROBES + "?upTo=23&limit=5" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.json()
                    .at("/items")
                    .forEach(item -> assertThat(seen.add(item.asInt())).isTrue());
            cursor = page.text("/nextCursor");
            pages++;
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(23);
        assertThat(pages).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "W/\"3\"", "\"3", "\"\"", "\"x\"", "\"1\", \"2\"", "\"1234567890\""})
    void a_malformed_if_match_is_refused(String header) {
        assertProblem(expected(header, "{}"), 400, "malformed-if-match");
    }

    @Test
    void the_expected_version_comes_from_header_or_body() {
        assertThat(expected("\"3\"", "{}").json().at("/version").asInt()).isEqualTo(3);
        assertThat(expected("*", "{\"expectedVersion\":4}")
                        .json()
                        .at("/version")
                        .asInt())
                .isEqualTo(4);
        assertThat(expected("*", "{}").json().at("/version").isNull()).isTrue();
        assertProblem(expected("\"3\"", "{\"expectedVersion\":4}"), 400, "contradicting-versions");
    }

    private Answer expected(String ifMatch, String body) {
        return braid.send(braid.request(PROBES, BraidUnderTest.OPERATOR_KEY)
                .header("If-Match", ifMatch)
                .PUT(BodyPublishers.ofString(body)));
    }

    @Test
    void a_table_that_is_locked_for_long_is_told_as_busy() throws Exception {
        try (var connection = braid.database().owner().getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("lock table api_key in access exclusive mode");

            Answer answer = braid.get(PROBES);

            assertProblem(answer, 503, "temporarily-unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            connection.rollback();
        }
        assertThat(braid.get(PROBES).status()).isEqualTo(200);
    }

    @Test
    void every_problem_has_a_page() {
        for (String type : List.of("not-found", "invalid-request", "version-conflict", "unknown-api-key")) {
            Answer page = braid.get("/problems/" + type);
            assertThat(page.status()).as(type).isEqualTo(200);
            assertThat(page.header("Content-Type")).startsWith("text/markdown");
            assertThat(page.body()).startsWith("# ");
        }
    }
}

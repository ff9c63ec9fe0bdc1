package io.braid.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a body is told in a problem document, with its place, and without a word about our code. */
class BadInputTest {
    private final BraidUnderTest braid = BraidUnderTest.shared();

    static Stream<Arguments> bodies() {
        return Stream.of(
                bad("", 400, "missing-body", ""),
                bad("null", 400, "missing-body", ""),
                bad("{\"sku\":", 400, "malformed-json", "/sku"),
                bad("{\"sku\":\"A\",}", 400, "malformed-json", ""),
                bad("{'sku':'A'}", 400, "malformed-json", ""),
                bad("{\"sku\":\"A\"} {}", 400, "malformed-json", ""),
                bad("{\"sku\":\"A\",\"sku\":\"B\"}", 400, "malformed-json", "/sku"),
                bad("{\"sku\":\"A\nB\"}", 400, "malformed-json", "/sku"),
                bad("{\"quantity\":NaN}", 400, "malformed-json", "/quantity"),
                bad("[]", 400, "wrong-type", ""),
                bad("\"text\"", 400, "wrong-type", ""),
                bad("{\"surprise\":1}", 400, "unknown-field", "/surprise"),
                bad("{\"lines\":[{\"line\":1},{\"lime\":2}]}", 400, "unknown-field", "/lines/1/lime"),
                bad("{\"__proto__\":{}}", 400, "unknown-field", "/__proto__"),
                bad("{\"a/b~c\":1}", 400, "unknown-field", "/a~1b~0c"),
                bad("{\"sku\":1}", 400, "wrong-type", "/sku"),
                bad("{\"sku\":true}", 400, "wrong-type", "/sku"),
                bad("{\"sku\":[\"A\"]}", 400, "wrong-type", "/sku"),
                bad("{\"quantity\":\"1\"}", 400, "wrong-type", "/quantity"),
                bad("{\"quantity\":1.5}", 400, "wrong-type", "/quantity"),
                bad("{\"quantity\":1000000000000}", 400, "wrong-type", "/quantity"),
                bad("{\"quantity\":1e400}", 400, "wrong-type", "/quantity"),
                bad("{\"active\":\"true\"}", 400, "wrong-type", "/active"),
                bad("{\"active\":1}", 400, "wrong-type", "/active"),
                bad("{\"at\":\"yesterday\"}", 400, "wrong-type", "/at"),
                bad("{\"date\":\"2026-02-30\"}", 400, "wrong-type", "/date"),
                bad("{\"colour\":\"BLUE\"}", 400, "wrong-type", "/colour"),
                bad("{\"colour\":0}", 400, "wrong-type", "/colour"),
                bad("{\"lines\":{}}", 400, "wrong-type", "/lines"),
                bad("{\"lines\":[{\"line\":\"x\"}]}", 400, "wrong-type", "/lines/0/line"),
                bad("{\"price\":12.5}", 400, "wrong-type", "/price"),
                bad("{\"price\":{\"amount\":12.5,\"currency\":\"USD\"}}", 400, "wrong-type", "/price/amount"),
                bad(valid("{\"amount\":\"1e400\",\"currency\":\"USD\"}"), 422, "invalid-request", "/price/amount"),
                bad(valid("{\"amount\":\"1\",\"currency\":\"XXQ\"}"), 422, "invalid-request", "/price/currency"),
                bad(valid("{\"amount\":\"1.00001\",\"currency\":\"USD\"}"), 422, "invalid-request", "/price/amount"),
                bad("{\"sku\":\"A\",\"quantity\":0}", 422, "invalid-request", "/quantity"),
                bad("{\"sku\":\"A\",\"quantity\":-1}", 422, "invalid-request", "/quantity"),
                bad("{\"sku\":\"A\"}", 422, "invalid-request", "/quantity"),
                bad("{\"sku\":\" A\",\"quantity\":1}", 422, "invalid-request", "/sku"),
                bad("{\"sku\":\"A\\u0000\",\"quantity\":1}", 422, "invalid-request", "/sku"),
                bad("{\"attributes\":{\"a\":\"\\ud800\"}}", 422, "invalid-request", "/attributes/a"),
                bad("{\"attributes\":{\"a\":" + "[".repeat(100), 400, "malformed-json", ""),
                bad("{\"weight\":" + "9".repeat(200) + "}", 400, "malformed-json", ""));
    }

    private static Arguments bad(String body, int status, String type, String pointer) {
        return Arguments.of(body, status, type, pointer);
    }

    private static String valid(String price) {
        return "{\"sku\":\"A\",\"quantity\":1,\"price\":" + price + "}";
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_bad_body_is_a_problem(String body, int status, String type, String pointer) {
        Answer answer = braid.post("/api/v1/probes", body);

        assertProblem(answer, status, type);
        if (!pointer.isEmpty()) {
            assertThat(answer.text("/errors/0/pointer")).as(answer.body()).isEqualTo(pointer);
        }
    }

    @Test
    void every_fault_is_told_at_once() {
        Answer answer = braid.post("/api/v1/probes", "{\"sku\":\"\",\"quantity\":1000}");

        assertProblem(answer, 422, "invalid-request");
        assertThat(answer.json().at("/errors").size()).isEqualTo(2);
        assertThat(answer.text("/errors/1/detail")).isEqualTo("1000 is not between 1 and 100");
    }

    @Test
    void a_strangers_text_is_shown_short_and_harmless() {
        Answer answer = braid.post("/api/v1/probes", "{\"" + "x".repeat(200) + "\":1}");

        assertProblem(answer, 400, "unknown-field");
        assertThat(answer.text("/detail")).contains("x".repeat(60) + "…").doesNotContain("x".repeat(61));
    }

    @Test
    void bytes_that_are_no_utf8_are_refused() {
        byte[] body = "{\"sku\":\"A?\",\"quantity\":1}".getBytes(StandardCharsets.US_ASCII);
        body["{\"sku\":\"A".length()] = (byte) 0xFF;
        Answer answer = braid.send(
                braid.request("/api/v1/probes", BraidUnderTest.OPERATOR_KEY).POST(BodyPublishers.ofByteArray(body)));

        assertProblem(answer, 400, "malformed-json");
        assertThat(answer.text("/detail")).contains("UTF-8");
    }

    @Test
    void half_of_a_pair_is_refused_and_a_whole_one_is_not() {
        Answer whole = braid.post(
                "/api/v1/probes", "{\"sku\":\"A\",\"quantity\":1,\"attributes\":{\"a\":\"\\ud83d\\ude00\"}}");

        assertThat(whole.status()).as(whole.body()).isEqualTo(200);
    }

    @Test
    void an_escaped_backslash_before_u0000_is_no_nul() {
        Answer answer =
                braid.post("/api/v1/probes", "{\"sku\":\"A\",\"quantity\":1,\"attributes\":{\"a\":\"\\\\u0000\"}}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text("/type")).as(answer.body()).isEqualTo("/problems/" + type);
        assertThat(answer.text("/title")).isNotBlank();
        assertThat(answer.text("/detail")).isNotBlank();
        assertThat(answer.json().at("/status").asInt()).isEqualTo(status);
        assertThat(answer.header("X-Correlation-Id")).isNotBlank();
        if (status != 404) {
            assertThat(answer.text("/correlationId")).isEqualTo(answer.header("X-Correlation-Id"));
        }
        assertThat(answer.body())
                .doesNotContain("Exception", "io.braid", "java.", "tools.jackson", "org.spring", "secret", "\tat ");
    }
}

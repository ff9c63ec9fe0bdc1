package io.braid.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The generated description: whole, in itself consistent, and the same as what the gate enforces. */
class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    private final BraidUnderTest braid = BraidUnderTest.shared();

    @Test
    void the_description_is_open_and_is_openapi_3_1() {
        Answer answer = braid.send(
                HttpRequest.newBuilder(braid.uri("/api/v1/openapi.json")).GET());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("/openapi")).startsWith("3.1");
        assertThat(answer.text("/info/title")).isEqualTo("Braid");
        assertThat(answer.text("/components/securitySchemes/apiKey/scheme")).isEqualTo("bearer");
    }

    @Test
    void every_operation_tells_its_scope_its_audience_and_its_problems() {
        List<String> seen = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Map.Entry<String, JsonNode> path : description().at("/paths").properties()) {
            for (Map.Entry<String, JsonNode> entry : path.getValue().properties()) {
                String name = entry.getKey() + " " + path.getKey();
                JsonNode operation = entry.getValue();
                assertThat(METHODS).contains(entry.getKey());
                boolean open = operation.at("/x-audience").asString().equals("open");
                assertThat(operation.at("/x-scope").asString()).as(name).matches(open ? "" : "[a-z-]+:(read|write)");
                assertThat(operation.at("/x-audience").asString())
                        .as(name)
                        .isIn("open", path.getKey().startsWith("/api/v1/vendor/") ? "vendor" : "operator");
                assertThat(operation
                                .at("/responses/default/content/application~1problem+json/schema/$ref")
                                .asString())
                        .as(name)
                        .isEqualTo("#/components/schemas/Problem");
                assertThat(operation.at("/security/0/apiKey").isArray())
                        .as(name)
                        .isEqualTo(!open);
                assertThat(operation.at("/tags").size()).as(name).isEqualTo(1);
                assertThat(ids.add(operation.at("/operationId").asString()))
                        .as(name + " has an id of its own")
                        .isTrue();
                seen.add(name);
            }
        }
        assertThat(seen).contains("post /api/v1/api-keys", "get /api/v1/api-keys", "delete /api/v1/api-keys/{id}");
    }

    @Test
    void what_an_answer_always_has_is_told_and_nothing_is_of_what_is_sent() {
        JsonNode schemas = description().at("/components/schemas");
        assertThat(braid.bean(PresentFields.class).clashes()).isEmpty();
        assertThat(schemas.properties()).noneMatch(schema -> schema.getValue().isEmpty());
        assertThat(texts(schemas.at("/InvoiceView/required"))).contains("number", "vendor", "lines", "total");
        assertThat(texts(schemas.at("/InvoiceView/required"))).doesNotContain("shipment", "periodFrom");
        assertThat(texts(schemas.at("/TermsView/required"))).contains("billedPer", "paymentDays");
        assertThat(schemas.at("/TermsBody/required").isMissingNode()).isTrue();
        long told = schemas.valueStream()
                .filter(schema -> schema.at("/required").size() > 0)
                .count();
        assertThat(told).isGreaterThan(60);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    /** The tests' own probes are no operations of the product. */
    @Test
    void every_operation_says_what_it_does_and_no_sentence_is_left_over() {
        Map<String, String> described = new TreeMap<>();
        for (Map.Entry<String, JsonNode> path : description().at("/paths").properties()) {
            for (Map.Entry<String, JsonNode> entry : path.getValue().properties()) {
                if (!path.getKey().contains("/probes")) {
                    String name = entry.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                    described.put(name, entry.getValue().at("/summary").asString(""));
                }
            }
        }

        assertThat(described).isEqualTo(new TreeMap<>(new OperationSummaries().all()));
        assertThat(described.values()).allMatch(sentence -> sentence.matches("[A-Z].{5,}\\."));
    }

    @Test
    void arguments_of_the_edge_are_told_as_what_callers_send() {
        JsonNode list = description().at("/paths/~1api~1v1~1probes/get/parameters");
        JsonNode post = description().at("/paths/~1api~1v1~1probes/post/parameters");
        JsonNode put = description().at("/paths/~1api~1v1~1probes/put/parameters");

        assertThat(names(list)).containsExactlyInAnyOrder("upTo", "limit", "cursor");
        assertThat(names(post)).containsExactly("Idempotency-Key");
        assertThat(names(put)).containsExactly("If-Match");
    }

    private static List<String> names(JsonNode parameters) {
        return parameters.valueStream().map(p -> p.at("/name").asString()).toList();
    }

    @Test
    void every_reference_leads_somewhere_and_no_class_of_ours_is_named() {
        JsonNode description = description();
        String text = description.toString();
        Matcher reference = Pattern.compile("\"\\$ref\":\"#([^\"]+)\"").matcher(text);
        while (reference.find()) {
            assertThat(description.at(reference.group(1)).isMissingNode())
                    .as(reference.group(1))
                    .isFalse();
        }
        assertThat(text).doesNotContain("io.braid", "\"Caller\"", "\"Deed\"", "\"Paging\"");
        assertThat(text).contains("#/components/schemas/Money");
    }

    @Test
    void the_page_loads_nothing_from_elsewhere() {
        Answer page = braid.send(HttpRequest.newBuilder(braid.uri("/api/docs")).GET());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'");
        Matcher asset = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"").matcher(page.body());
        int assets = 0;
        while (asset.find()) {
            Answer loaded =
                    braid.send(HttpRequest.newBuilder(braid.uri(asset.group(1))).GET());
            assertThat(loaded.status()).as(asset.group(1)).isEqualTo(200);
            assertThat(loaded.header("Content-Type")).matches("text/(css|javascript).*");
            assets++;
        }
        assertThat(assets).isEqualTo(3);
        assertThat(page.body()).doesNotContain("https://", "http://");
    }

    private JsonNode description() {
        return braid.get("/api/v1/openapi.json").json();
    }
}

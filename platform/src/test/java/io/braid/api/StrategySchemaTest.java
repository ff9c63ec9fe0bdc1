package io.braid.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.BraidUnderTest;
import io.braid._support.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description's schema of a strategy: it takes what the engine takes, and tells what the vocabulary tells. */
class StrategySchemaTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final JsonNode description = braid.get("/api/v1/openapi.json").json();
    private final JsonSchema schema = new JsonSchema(description);

    /** The whole strategy of the page. */
    private static ObjectNode shown() throws IOException {
        Matcher matcher = Pattern.compile("STRATEGY='(\\{.*?})'\\n", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "docs", "strategies.md")));
        assertThat(matcher.find()).isTrue();
        return (ObjectNode) JSON.readTree(matcher.group(1));
    }

    @Test
    void the_strategy_of_the_page_and_the_built_in_one_fit() throws IOException {
        JsonNode builtIn = JSON.readTree(getClass().getResourceAsStream("/routing/default-strategy.json"));

        assertThat(schema.faults("Strategy", shown())).isEmpty();
        assertThat(schema.faults("Strategy", builtIn)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', colour",
        "/routes/0, priority",
        "/routes/0/scenarios/0, sort",
        "/routes/0/scenarios/0/locations, kind",
        "/routes/0/scenarios/0/filters/0, unless",
        "/routes/0/scenarios/0/sorts/0, order",
        "/routes/0/scenarios/1/assignment, splits",
        "/routes/0/scenarios/1/assignment/objective/0, price",
        "/routes/0/scenarios/1/otherwise, some",
        "/routes/0/finally/0, then"
    })
    void a_member_that_the_engine_refuses_does_not_fit(String at, String member) throws IOException {
        ObjectNode document = shown();
        ((ObjectNode) document.at(at)).put(member, true);

        assertThat(schema.faults("Strategy", document)).isNotEmpty();
        assertThat(braid.post("/api/v1/routing/strategies", JSON.convertValue(document, Map.class))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void what_a_person_mistypes_does_not_fit() throws IOException {
        for (Map.Entry<String, String> wrong : Map.of(
                        "/routes/0/fulfillmentType", "BOAT",
                        "/routes/0/scenarios/0/otherwise", "NEXT",
                        "/routes/0/scenarios/1/assignment/mode", "CHEAP",
                        "/routes/0/scenarios/0/filters/0/field", "location.inDowntimes",
                        "/routes/0/scenarios/0/filters/0/operator", "IS",
                        "/routes/0/scenarios/0/sorts/1/direction", "UP",
                        "/routes/1/finally", "REROUTE",
                        "/shortfall", "WAIT")
                .entrySet()) {
            ObjectNode document = shown();
            int last = wrong.getKey().lastIndexOf('/');
            ((ObjectNode) document.at(wrong.getKey().substring(0, last)))
                    .put(wrong.getKey().substring(last + 1), wrong.getValue());

            assertThat(schema.faults("Strategy", document)).as(wrong.getKey()).isNotEmpty();
        }
    }

    @Test
    void every_field_and_operator_of_the_vocabulary_fits_and_documents_are_described_wherever_they_are() {
        JsonNode vocabulary = braid.get("/api/v1/routing/vocabulary").json();
        for (JsonNode field : vocabulary.get("fields")) {
            for (JsonNode operator : field.get("operators")) {
                String name = field.get("name").asString().replace("*", "any");
                Object value = List.of("IN", "NOT_IN", "BETWEEN").contains(operator.asString()) ? List.of(1, 2) : 1;
                JsonNode condition =
                        JSON.valueToTree(Map.of("field", name, "operator", operator.asString(), "value", value));
                assertThat(schema.faults("StrategyCondition", condition))
                        .as("%s %s", name, operator)
                        .isEmpty();
            }
        }
        for (JsonNode sort : vocabulary.get("sorts")) {
            JsonNode tree =
                    JSON.valueToTree(Map.of("field", sort.get("name").asString().replace("*", "any")));
            assertThat(schema.faults("StrategySort", tree)).as("%s", sort).isEmpty();
        }
        assertThat(vocabulary.at("/limits/documentBytes").asInt()).isEqualTo(1_048_576);
        assertThat(description
                        .at(
                                "/paths/~1api~1v1~1routing~1strategies/post/requestBody/content/application~1json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Strategy");
        assertThat(description
                        .at("/components/schemas/StrategyView/properties/document/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Strategy");
    }
}

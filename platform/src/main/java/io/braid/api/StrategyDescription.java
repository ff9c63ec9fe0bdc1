package io.braid.api;

import io.braid.location.FulfillmentType;
import io.braid.location.LocationKind;
import io.braid.routing.Vocabulary;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The strategy document in the description: the engine's own schemas, wherever a document is sent or shown. */
final class StrategyDescription {
    private static final String REF = "#/components/schemas/";
    private static final String STRATEGY = "Strategy";
    private static final String DRY_RUN = "DryRun";

    private StrategyDescription() {}

    static List<String> kinds() {
        return Arrays.stream(LocationKind.values()).map(Enum::name).toList();
    }

    static List<String> fulfillmentTypes() {
        return Arrays.stream(FulfillmentType.values()).map(Enum::name).toList();
    }

    static void addTo(OpenAPI description) {
        Components components = description.getComponents();
        Vocabulary.schemas(kinds(), fulfillmentTypes())
                .forEach((name, tree) -> components.addSchemas(name, schema(tree)));
        member(components, "StrategyView", "document");
        member(components, "SimulationBody", "strategy");
        components.addSchemas(DRY_RUN, schema(dryRun()));
        body(description, "/api/v1/routing/strategies", STRATEGY);
        body(description, "/api/v1/routing/suggestions", DRY_RUN);
    }

    private static void member(Components components, String schema, String name) {
        Objects.requireNonNull(components.getSchemas().get(schema), schema).addProperty(name, ref(STRATEGY));
    }

    private static void body(OpenAPI description, String path, String schema) {
        Objects.requireNonNull(description.getPaths().get(path), path)
                .getPost()
                .getRequestBody()
                .getContent()
                .values()
                .forEach(type -> type.setSchema(ref(schema)));
    }

    /** An order's members, and beside them the few of the trial. */
    private static Map<String, Object> dryRun() {
        Map<String, Object> stock = Map.of(
                "type",
                "object",
                "additionalProperties",
                false,
                "properties",
                Map.of(
                        "location", Map.of("type", "string"),
                        "sku", Map.of("type", "string"),
                        "available", Map.of("type", "integer", "minimum", 0)),
                "required",
                List.of("location", "sku", "available"));
        Map<String, Object> more = Map.of(
                "strategy", Map.of("$ref", REF + STRATEGY, "description", "a document; the live strategy without one"),
                "strategyId", Map.of("type", "string", "description", "a stored strategy, instead of a document"),
                "at", Map.of("type", "string", "format", "date-time", "description", "the moment to pretend"),
                "stock",
                        Map.of(
                                "type", "array",
                                "items", stock,
                                "description", "stock to pretend; all there is of the products it names"));
        return Map.of(
                "allOf", List.of(Map.of("$ref", REF + "OrderBody"), Map.of("type", "object", "properties", more)));
    }

    private static Schema<?> ref(String name) {
        return schema(Map.of("$ref", REF + name));
    }

    private static Schema<?> schema(Object tree) {
        return Json31.mapper().convertValue(tree, JsonSchema.class);
    }
}

package io.braid.api;

import io.braid.access.Portal;
import io.braid.access.Session.Visit;
import io.braid.journal.Deed;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Money;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.Quantity;
import io.braid.kernel.SellingPrice;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.Upc;
import io.braid.kernel.VendorCode;
import io.braid.store.Idempotency;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/**
 * What the generated description says beyond the handlers' shapes: scopes, the headers every operation of a kind
 * takes, problems as the answer to everything that fails, and the kernel's values as the texts they are sent as.
 */
final class OpenApi implements OperationCustomizer, OpenApiCustomizer {
    private static final String KEY = "apiKey";
    private static final String PROBLEM = "Problem";
    private static final String MONEY = "Money";
    private static final String STREAMING = "x-streaming";
    private static final String AUDIENCE = "x-audience";
    private static final String SESSION = "session";

    private final OperationSummaries summaries = new OperationSummaries();

    OpenAPI description() {
        values();
        Components components = new Components()
                .addSecuritySchemes(
                        KEY,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("An API key, of the operator or of one vendor."))
                .addSecuritySchemes(
                        SESSION,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("braid-admin")
                                .description("The session of a person; braid-vendor in the vendors' portal, and with"
                                        + " __Host- in front where the public address is https."))
                .addSchemas(PROBLEM, problem())
                .addSchemas(MONEY, money());
        return new OpenAPI()
                .info(new Info()
                        .title("Braid")
                        .version("v1")
                        .description("Orders, routing, two-step fulfilment by owned and vendor locations alike.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(components);
    }

    private static void values() {
        SpringDocUtils config = SpringDocUtils.getConfig();
        config.addRequestWrapperToIgnore(
                Caller.class,
                Sight.class,
                Reach.class,
                Deed.class,
                Arrival.class,
                Paging.class,
                IfMatch.class,
                Idempotency.Key.class,
                Portal.class,
                Visit.class);
        for (Class<?> text : List.of(
                Sku.class, Upc.class, LocationCode.class, VendorCode.class, OrderNumber.class, ShipmentNumber.class)) {
            config.replaceWithSchema(text, new StringSchema());
        }
        for (Class<?> amount : List.of(Money.class, UnitCost.class, SellingPrice.class, MoneyField.class)) {
            config.replaceWithSchema(amount, new Schema<>().$ref("#/components/schemas/" + MONEY));
        }
        config.replaceWithSchema(Quantity.class, new IntegerSchema());
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        String resource = handler.getBeanType().getSimpleName().replaceAll("Http$", "");
        operation.setTags(List.of(resource));
        operation.setOperationId(handler.getMethod().getName() + resource);
        Needs needs = handler.getMethodAnnotation(Needs.class);
        operation.addExtension("x-scope", needs == null ? "" : needs.value());
        operation.addExtension(
                AUDIENCE, needs == null ? "open" : needs.audience().name().toLowerCase(Locale.ROOT));
        if (needs != null) {
            operation.addSecurityItem(new SecurityRequirement().addList(KEY));
            operation.addSecurityItem(new SecurityRequirement().addList(SESSION));
        }
        if (handler.hasMethodAnnotation(Streaming.class)) {
            operation.addExtension(STREAMING, true);
        }
        parameters(operation, handler);
        operation.getResponses().addApiResponse("default", refused());
        return operation;
    }

    private static void parameters(Operation operation, HandlerMethod handler) {
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.getParameterType() == Paging.class) {
                operation.addParametersItem(parameter("query", "limit", "How many, from 1 to 500; 50 when left out.")
                        .schema(new IntegerSchema()));
                operation.addParametersItem(parameter("query", "cursor", "The nextCursor of the page before."));
            }
            if (parameter.getParameterType() == IfMatch.class) {
                operation.addParametersItem(parameter("header", "If-Match", "The ETag that is expected."));
            }
        }
    }

    /** What holds for every operation of a method. */
    @Override
    public void customise(OpenAPI description) {
        StrategyDescription.addTo(description);
        description.getPaths().forEach((path, item) -> {
            item.readOperationsMap().forEach((method, operation) -> {
                operation.setSummary(summaries.of(method.name(), path));
                placed(path, operation);
            });
            Operation post = item.getPost();
            if (post != null) {
                post.addParametersItem(parameter(
                        "header",
                        "Idempotency-Key",
                        "Makes a repetition harmless: it is answered, and not done again."));
            }
        });
    }

    /** A handler for both audiences is one operation of each. */
    private static void placed(String path, Operation operation) {
        boolean forVendors = Rules.isForVendors(path);
        if ("both".equals(operation.getExtensions().get(AUDIENCE))) {
            operation.addExtension(AUDIENCE, forVendors ? "vendor" : "operator");
        }
        String resource = operation.getTags().getFirst();
        if (forVendors && !resource.startsWith("Vendor") && !resource.startsWith("PurchaseOrder")) {
            operation.setOperationId(operation.getOperationId() + "OfVendor");
        }
    }

    private static Parameter parameter(String in, String name, String description) {
        return new Parameter().in(in).name(name).description(description).schema(new StringSchema());
    }

    private static ApiResponse refused() {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description("A problem document (RFC 9457).")
                .content(new Content().addMediaType(Problem.MEDIA_TYPE, new MediaType().schema(problem)));
    }

    private static Schema<?> problem() {
        Schema<?> error = new ObjectSchema()
                .properties(Map.of(
                        "pointer",
                        new StringSchema().description("Where, as a JSON pointer."),
                        "detail",
                        new StringSchema()));
        Schema<?> problem = new ObjectSchema();
        problem.addProperty("type", new StringSchema().description("/problems/<name>, a page about it."))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("What is wrong with which value, what to do."))
                .addProperty("errors", new ArraySchema().items(error))
                .addProperty("correlationId", new StringSchema());
        problem.setRequired(List.of("type", "title", "status", "detail"));
        return problem;
    }

    private static Schema<?> money() {
        Schema<?> money = new ObjectSchema();
        money.addProperty("amount", new StringSchema().description("A decimal such as \"12.50\"."))
                .addProperty("currency", new StringSchema().description("ISO 4217, such as \"USD\"."));
        money.setRequired(List.of("amount", "currency"));
        return money;
    }
}

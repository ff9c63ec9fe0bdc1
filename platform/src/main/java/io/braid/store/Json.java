package io.braid.store;

import io.braid.kernel.CountryCode;
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
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * The one JSON of the product: instants as UTC text, money as {@code {amount, currency}} with the amount a string,
 * codes and numbers as plain text. Reading is strict: unknown fields, doubled keys, trailing text and numbers given
 * as strings (or the reverse) are refused.
 */
public final class Json {
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    /** Deep enough for any document of ours; a parser's stack is not a stranger's to fill. */
    private static final int NESTING_MAX = 64;

    /** What one text may hold; the limit of a whole body is the edge's. */
    private static final int TEXT_LENGTH_MAX = 1_048_576;

    private static final int NAME_LENGTH_MAX = 256;

    /** A decimal of a hundred digits is a mistake or an attack. */
    private static final int NUMBER_LENGTH_MAX = 100;

    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(NESTING_MAX)
                            .maxStringLength(TEXT_LENGTH_MAX)
                            .maxNameLength(NAME_LENGTH_MAX)
                            .maxNumberLength(NUMBER_LENGTH_MAX)
                            .build())
                    .build())
            .withCoercionConfig(LogicalType.Textual, Json::refuseOtherScalars)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .addModule(kernelValues())
            .build();

    private Json() {}

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    public static Map<String, Object> readMap(String json) {
        return MAPPER.readValue(json, MAP);
    }

    /** A text is a text: 12.50 is not "12.50", because a number has already lost its zero. */
    private static void refuseOtherScalars(MutableCoercionConfig text) {
        text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    private static SimpleModule kernelValues() {
        SimpleModule module = new SimpleModule("kernel");
        text(module, Sku.class, Sku::text);
        text(module, Upc.class, Upc::digits);
        text(module, LocationCode.class, LocationCode::text);
        text(module, VendorCode.class, VendorCode::text);
        text(module, CountryCode.class, CountryCode::text);
        text(module, OrderNumber.class, OrderNumber::toString);
        text(module, ShipmentNumber.class, ShipmentNumber::toString);
        money(module, Money.class, Function.identity());
        money(module, UnitCost.class, UnitCost::money);
        money(module, SellingPrice.class, SellingPrice::money);
        module.addSerializer(Quantity.class, new ValueSerializer<>() {
            @Override
            public void serialize(Quantity value, JsonGenerator out, SerializationContext context) {
                out.writeNumber(value.units());
            }
        });
        return module;
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<T, String> text) {
        module.addSerializer(type, new ValueSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                out.writeString(text.apply(value));
            }
        });
    }

    private static <T> void money(SimpleModule module, Class<T> type, Function<T, Money> money) {
        module.addSerializer(type, new ValueSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                Money amount = money.apply(value);
                out.writeStartObject();
                out.writeStringProperty("amount", amount.text());
                out.writeStringProperty("currency", amount.currency().getCurrencyCode());
                out.writeEndObject();
            }
        });
    }
}

package io.braid.routing;

import static io.braid.routing.Field.CANDIDATE;
import static io.braid.routing.Field.LINE;

import io.braid.kernel.OpeningHours;
import io.braid.routing.Field.Measure;
import io.braid.routing.Field.Name;
import io.braid.routing.Field.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every field there is. What is not defined here cannot be asked, and what is defined here is in the vocabulary. */
final class Fields {
    private static final Map<String, Field> ALL = new LinkedHashMap<>();
    private static final List<Field> FAMILIES = new ArrayList<>();
    private static final Map<String, Attribute> READERS = new LinkedHashMap<>();

    static final Field CODE = define(
            new Name("location.code", null, "the location's code", null),
            Field.Type.TEXT,
            CANDIDATE,
            (Values) f -> f.location().code(),
            Keys::code);
    static final Field KIND = text(
            "location.kind",
            "what kind of location it is",
            f -> f.location().identity().kind(),
            CANDIDATE);
    static final Field GROUPS = list(
            "location.groups",
            "the groups it belongs to",
            f -> f.location().identity().groups());
    static final Field ACTIVE = flag(
            "location.active",
            "whether it takes shipments at all",
            f -> f.location().identity().active());
    static final Field FULFILLMENT_TYPES = list(
            "location.fulfillmentTypes",
            "the fulfilment types it supports; empty means all",
            f -> f.location().workday().fulfillmentTypes());
    static final Field REMAINING_CAPACITY = define(
            new Name(
                    "location.remainingCapacity",
                    null,
                    "shipments it can still take today; infinite without a daily capacity",
                    "shipments"),
            Field.Type.NUMBER,
            CANDIDATE,
            (Measure) Facts::remainingCapacity,
            Keys::remainingCapacity);
    static final Field DISTANCE = define(
            new Name("distanceKm", null, "great-circle distance from the location to the destination", "km"),
            Field.Type.NUMBER,
            CANDIDATE,
            (Measure) Facts::distanceKm,
            Keys::distance);
    static final Field AVAILABLE = define(
            new Name(
                    "available",
                    "inventory.available",
                    "units of the line's sku the location has available; as a sort, the units of all open lines"
                            + " it could supply",
                    "units"),
            Field.Type.NUMBER,
            CANDIDATE | LINE,
            (Measure) Facts::available,
            Keys::available);

    static {
        defineLocation();
        defineCost();
        defineOrder();
        defineOrderValue();
        defineLine();
    }

    private Fields() {}

    private static void defineLocation() {
        text("location.country", "its country, ISO 3166 alpha-2", f -> place(f).country(), CANDIDATE);
        text("location.region", "its state or province", f -> place(f).region(), CANDIDATE);
        text("location.postalCode", "its postal code", f -> place(f).postalCode(), CANDIDATE);
        flag("location.operatingNow", "whether it is open at the moment of routing, in its own time zone", f -> {
            OpeningHours hours = f.location().workday().hours();
            return hours.openAt(f.localTime());
        });
        flag("location.holidayToday", "whether today is one of its holidays, in its own time zone", f -> {
            OpeningHours hours = f.location().workday().hours();
            return hours.holidays().contains(f.localTime().toLocalDate());
        });
        flag(
                "location.beforeCutOff",
                "whether its cut-off is still to come, in its own time zone; always true without a cut-off",
                Fields::beforeCutOff);
        define(
                new Name("location.rank", "rank", "its rank; smaller is preferred when sorted ascending", null),
                Field.Type.NUMBER,
                CANDIDATE,
                (Measure) f -> f.location().identity().rank(),
                (f, candidate) -> f.location(candidate).identity().rank());
        family(
                "location.attributes.",
                "an attribute of the location",
                CANDIDATE,
                (f, name) -> f.location().attributes().get(name));
    }

    private static void defineCost() {
        define(
                new Name(
                        "unitCost",
                        "inventory.unitCost",
                        "what one unit of the line costs there, in the order's currency; as a sort, the average over"
                                + " the units it could supply",
                        "order currency"),
                Field.Type.NUMBER,
                CANDIDATE | LINE,
                (Values) Facts::unitCost,
                Keys::unitCost);
        define(
                new Name("random", null, "a fixed shuffle by order number; for sorts alone", null),
                Field.Type.NUMBER,
                CANDIDATE,
                (Measure) f -> Double.NaN,
                Keys::random);
    }

    private static void defineOrder() {
        text("order.channel", "the sales channel", f -> f.order().channel(), 0);
        text(
                "order.fulfillmentType",
                "how the order is to be fulfilled",
                f -> f.order().fulfillmentType(),
                0);
        text(
                "order.requestedService",
                "the shipping service asked for",
                f -> f.order().requestedService(),
                0);
        text("order.currency", "the order's currency, ISO 4217", f -> f.order().currency(), 0);
        text(
                "order.country",
                "the destination's country",
                f -> f.order().destination().country(),
                0);
        text(
                "order.region",
                "the destination's state or province",
                f -> f.order().destination().region(),
                0);
        text(
                "order.postalCode",
                "the destination's postal code",
                f -> f.order().destination().postalCode(),
                0);
    }

    private static void defineOrderValue() {
        Values value = f -> f.order().value();
        define(
                new Name("order.value", null, "the value of all its lines", "order currency"),
                Field.Type.NUMBER,
                0,
                value,
                null);
        family(
                "order.attributes.",
                "an attribute of the order",
                0,
                (f, name) -> f.order().attributes().get(name));
    }

    private static void defineLine() {
        text("product.sku", "line.sku", "the product's sku", f -> f.line().sku());
        Measure weight = f -> f.line().weightGrams();
        define(
                new Name("product.weightGrams", null, "the weight of one unit", "g"),
                Field.Type.NUMBER,
                LINE,
                weight,
                null);
        Measure lineWeight = f -> (double) f.line().weightGrams() * f.line().quantity();
        define(
                new Name("line.weightGrams", null, "the weight of the line", "g"),
                Field.Type.NUMBER,
                LINE,
                lineWeight,
                null);
        Measure quantity = f -> f.line().quantity();
        define(
                new Name("line.quantity", null, "units of the line that need a location", "units"),
                Field.Type.NUMBER,
                LINE,
                quantity,
                null);
        family(
                "line.attributes.",
                "an attribute of the order line",
                LINE,
                (f, name) -> f.line().attributes().get(name));
        family(
                "product.attributes.",
                "an attribute of the line's product",
                LINE,
                (f, name) -> f.line().productAttributes().get(name));
    }

    private static Place place(Facts facts) {
        return facts.location().place();
    }

    private static boolean beforeCutOff(Facts facts) {
        LocationFacts.Workday workday = facts.location().workday();
        return workday.cutOff() == null || facts.localTime().toLocalTime().isBefore(workday.cutOff());
    }

    private static Field text(String name, String meaning, Function<Facts, @Nullable String> value, int needs) {
        return define(new Name(name, null, meaning, null), Field.Type.TEXT, needs, (Values) value::apply, null);
    }

    private static Field text(String name, String alias, String meaning, Function<Facts, @Nullable String> value) {
        return define(new Name(name, alias, meaning, null), Field.Type.TEXT, LINE, (Values) value::apply, null);
    }

    private static Field flag(String name, String meaning, Function<Facts, Boolean> value) {
        return define(new Name(name, null, meaning, null), Field.Type.BOOLEAN, CANDIDATE, (Values) value::apply, null);
    }

    private static Field list(String name, String meaning, Function<Facts, Set<String>> value) {
        return define(new Name(name, null, meaning, null), Field.Type.LIST, CANDIDATE, (Values) value::apply, null);
    }

    private static Field define(Name name, Field.Type type, int needs, Field.Reader reader, Field.@Nullable Key key) {
        Field field = new Field(name, type, needs, reader, key);
        ALL.put(name.text(), field);
        return field;
    }

    /** How a member of a family is read. */
    private interface Attribute {
        @Nullable
        Object of(Facts facts, String name);
    }

    private static void family(String prefix, String meaning, int needs, Attribute attribute) {
        Values unread = facts -> null;
        FAMILIES.add(define(new Name(prefix, null, meaning, null), Field.Type.ANY, needs, unread, null));
        READERS.put(prefix, attribute);
    }

    /** The field of that name or other name; null when there is none. */
    static @Nullable Field find(String name) {
        for (Field family : FAMILIES) {
            String prefix = family.name().text();
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                return member(family, name, name.substring(prefix.length()));
            }
        }
        for (Field field : ALL.values()) {
            if (!field.isFamily()
                    && (name.equals(field.name().text())
                            || name.equals(field.name().alias()))) {
                return field;
            }
        }
        return null;
    }

    private static Field member(Field family, String name, String attribute) {
        Attribute values = READERS.get(family.name().text());
        Values reader = facts -> values == null ? null : values.of(facts, attribute);
        Name named = new Name(name, null, family.name().meaning(), null);
        Field.Key key = family.needs() == CANDIDATE ? Keys.attribute(attribute) : null;
        return new Field(named, Field.Type.ANY, family.needs(), reader, key);
    }

    static List<Field> all() {
        return Collections.unmodifiableList(new ArrayList<>(ALL.values()));
    }

    static boolean isSort(Field field) {
        return field.key() != null || (field.isFamily() && field.needs() == CANDIDATE);
    }
}

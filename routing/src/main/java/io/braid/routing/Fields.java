package io.braid.routing;

import static io.braid.routing.Field.CANDIDATE;
import static io.braid.routing.Field.LINE;

import io.braid.routing.Field.Measure;
import io.braid.routing.Field.Name;
import io.braid.routing.Field.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every built-in field there is. What is not defined here, or by {@link Words}, cannot be asked, and what is defined is
 * in the vocabulary.
 */
final class Fields {
    private static final FieldList LIST = new FieldList();

    static final Field CODE = LIST.add(new Field(
            new Name("location.code", null, "the location's code", null),
            Field.Type.TEXT,
            CANDIDATE,
            (Values) f -> f.location().code(),
            Keys::code));
    static final Field KIND = LIST.text(
            "location.kind",
            "what kind of location it is",
            CANDIDATE,
            f -> f.location().identity().kind());
    static final Field GROUPS = LIST.list(
            "location.groups",
            "the groups it belongs to",
            f -> f.location().identity().groups());
    static final Field ACTIVE = LIST.flag(
            "location.active",
            "whether it takes shipments at all",
            CANDIDATE,
            f -> f.location().identity().active());
    static final Field FULFILLMENT_TYPES = LIST.list(
            "location.fulfillmentTypes",
            "the fulfilment types it supports; empty means all",
            f -> f.location().workday().fulfillmentTypes());
    static final Field COUNTRY = LIST.text(
            "location.country",
            "its country, ISO 3166 alpha-2",
            CANDIDATE,
            f -> f.location().place().country());
    static final Field REMAINING_CAPACITY = LIST.add(new Field(
            new Name(
                    "location.remainingCapacity",
                    "remainingCapacity",
                    "shipments it can still take before its tightest window of orders is full; infinite without one",
                    "shipments"),
            Field.Type.NUMBER,
            CANDIDATE,
            (Measure) Facts::remainingCapacity,
            Keys::remainingCapacity));
    static final Field REMAINING_UNITS = LIST.measure(
            new Name(
                    "location.remainingUnits",
                    null,
                    "units it can still take before its tightest window of units is full; infinite without one",
                    "units"),
            CANDIDATE,
            f -> orInfinite(f.candidate().room().units()));
    static final Field REMAINING_MONEY = LIST.measure(
            new Name(
                    "location.remainingMoney",
                    null,
                    "selling value it can still take before its tightest window of money is full; infinite without one",
                    "order currency"),
            CANDIDATE,
            f -> orInfinite(f.candidate().room().money()));
    static final Field DISTANCE = LIST.add(new Field(
            new Name("distanceKm", null, "great-circle distance from the location to the destination", "km"),
            Field.Type.NUMBER,
            CANDIDATE,
            (Measure) Facts::distanceKm,
            Keys::distance));
    static final Field AVAILABLE = LIST.add(new Field(
            new Name(
                    "available",
                    "inventory.available",
                    "units of the line's sku the location has available; as a sort, the units of all open lines"
                            + " it could supply",
                    "units"),
            Field.Type.NUMBER,
            CANDIDATE | LINE,
            (Measure) Facts::available,
            Keys::available));

    static {
        LocationFields.addTo(LIST);
        StockFields.addTo(LIST);
        OrderFields.addTo(LIST);
    }

    private Fields() {}

    private static double orInfinite(@Nullable Number left) {
        return left == null ? Double.POSITIVE_INFINITY : Math.max(0, left.doubleValue());
    }

    /** The built-in field of that name or other name; null when there is none. */
    static @Nullable Field find(String name) {
        return LIST.find(name);
    }

    /** What a formula may read under that name; null when there is nothing. */
    static @Nullable Field variable(String name) {
        return LIST.variable(name);
    }

    static List<Field> all() {
        return LIST.all();
    }

    static boolean isSort(Field field) {
        return field.key() != null || (field.isFamily() && field.needs() == CANDIDATE);
    }
}

package io.braid.routing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What LOWEST_COST adds up: parts, each a price in money of something a plan does. Read from a scenario's {@code
 * assignment.objective}; it knows no question, {@link Bill} puts the question's numbers in.
 */
record Objective(List<Part> parts) {
    Objective {
        parts = List.copyOf(parts);
    }

    /**
     * One part: what it prices, its name in explanations, and how. A part with a field counts the field's value times
     * the weight; one without counts the amount. {@code missing} stands for a value that nobody knows.
     */
    record Part(
            Kind kind,
            String name,
            BigDecimal weight,
            BigDecimal amount,
            @Nullable Field field,
            BigDecimal missing,
            Per per) {}

    /** What a part prices. */
    enum Kind {
        SHIPPING("what the carrier takes for the shipment's weight, times weight"),
        HANDLING("work at the location: a fixed amount, or a field times weight, per unit or per shipment"),
        UNIT_COST("what the units cost there, times weight"),
        LATENESS("the amount for each day that the promise is after the date wished for in the order's attribute"
                + " deliverBy, per shipment or per unit"),
        SPLIT("the amount for each shipment of the plan beyond the first"),
        STOCK_OUT("what is lost by taking a unit from scarce stock: a field times weight, or an amount, per unit"),
        MARKDOWN("what is saved by taking a unit that would be marked down: a field times weight, counts as less cost"),
        OTHER("anything else: an amount, or a numeric field times weight, per unit or per shipment");

        private final String meaning;

        Kind(String meaning) {
            this.meaning = meaning;
        }

        String meaning() {
            return meaning;
        }

        boolean takesField() {
            return this == HANDLING || this == STOCK_OUT || this == MARKDOWN || this == OTHER;
        }

        boolean takesAmount() {
            return takesField() || this == LATENESS || this == SPLIT;
        }

        boolean takesWeight() {
            return takesField() || this == SHIPPING || this == UNIT_COST;
        }

        boolean takesPer() {
            return takesField() || this == LATENESS;
        }

        Per standard() {
            return switch (this) {
                case SHIPPING, LATENESS, SPLIT -> Per.SHIPMENT;
                case HANDLING, UNIT_COST, STOCK_OUT, MARKDOWN, OTHER -> Per.UNIT;
            };
        }
    }

    /** What a part is counted for. */
    enum Per {
        UNIT,
        SHIPMENT
    }

    /** The fields that are counted, and those that tell what shipping and lateness need to know. */
    List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (Part part : parts) {
            Field field = switch (part.kind()) {
                case SHIPPING -> Fields.find("shippingCost");
                case LATENESS -> Fields.find("promiseDays");
                case HANDLING, UNIT_COST, SPLIT, STOCK_OUT, MARKDOWN, OTHER -> part.field();
            };
            if (field != null) {
                fields.add(field);
            }
        }
        return fields;
    }

    boolean pricesShipping() {
        return parts.stream().anyMatch(part -> part.kind() == Kind.SHIPPING);
    }

    /** For the vocabulary: the members of a part, and what may be priced. */
    static Map<String, Object> toTree() {
        Map<String, Object> members = new TreeMap<>(ObjectiveReader.MEMBERS);
        List<Object> kinds = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Map<String, Object> tree = new TreeMap<>();
            tree.put("name", kind.name());
            tree.put("meaning", kind.meaning());
            tree.put("members", ObjectiveReader.members(kind));
            kinds.add(tree);
        }
        List<String> pers = Stream.of(Per.values()).map(Enum::name).toList();
        return new TreeMap<>(Map.of("members", members, "costs", kinds, "per", pers));
    }
}

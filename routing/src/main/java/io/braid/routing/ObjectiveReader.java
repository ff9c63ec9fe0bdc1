package io.braid.routing;

import io.braid.routing.Objective.Kind;
import io.braid.routing.Objective.Part;
import io.braid.routing.Objective.Per;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@code assignment.objective}: a list of parts, every fault with its pointer. */
final class ObjectiveReader {
    static final int PARTS_MAX = 50;

    /** Money has four places; so have weights, which keeps every product exact. */
    private static final int PLACES_MAX = 4;

    /** A hundred million: with it and an order of a million units every sum still fits. */
    private static final BigDecimal NUMBER_MAX = BigDecimal.valueOf(100_000_000);

    private static final String COST = "cost";
    private static final String NAME = "name";
    private static final String WEIGHT = "weight";
    private static final String AMOUNT = "amount";
    private static final String FIELD = "field";
    private static final String MISSING = "missing";
    private static final String PER = "per";

    /** The members of a part and what they mean; the vocabulary tells the same. */
    static final Map<String, String> MEMBERS = meanings();

    private final Function<String, @Nullable Field> fields;

    ObjectiveReader(Function<String, @Nullable Field> fields) {
        this.fields = fields;
    }

    private static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put(COST, "what is priced");
        meanings.put(NAME, "its name in explanations; the cost's own unless said otherwise");
        meanings.put(WEIGHT, "what a value is multiplied with, at most four places; 1 unless said otherwise");
        meanings.put(AMOUNT, "money, at most four places");
        meanings.put(FIELD, "a numeric field whose value is priced");
        meanings.put(MISSING, "the value to count where it is not known; 0 unless said otherwise");
        meanings.put(PER, "what it is counted for");
        return Collections.unmodifiableMap(meanings);
    }

    /** What a part of the kind may say besides its cost and name. */
    static List<String> members(Kind kind) {
        List<String> members = new ArrayList<>(List.of(COST, NAME));
        if (kind.takesWeight()) {
            members.add(WEIGHT);
        }
        if (kind.takesAmount()) {
            members.add(AMOUNT);
        }
        if (kind.takesField()) {
            members.add(FIELD);
        }
        if (kind.takesField() || kind == Kind.UNIT_COST) {
            members.add(MISSING);
        }
        if (kind.takesPer()) {
            members.add(PER);
        }
        return members;
    }

    Objective objective(Element list) {
        List<Element> items = list.items(PARTS_MAX);
        if (list.isEmptyList()) {
            list.fault("must price at least one cost");
        }
        List<Part> parts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Element item : items) {
            Part part = part(item);
            if (part != null) {
                if (!names.add(part.name())) {
                    item.fault("is the second part of the name '" + part.name() + "'; give it another name");
                }
                parts.add(part);
            }
        }
        return new Objective(parts);
    }

    private @Nullable Part part(Element element) {
        Map<String, Element> known = element.members(MEMBERS);
        int faults = element.findings().faults().size();
        Element cost = element.required(known, COST);
        Kind kind = cost.word(Kind.class, Kind.OTHER);
        if (!element.isObject() || element.findings().faults().size() > faults) {
            return null;
        }
        List<String> taken = members(kind);
        for (Element member : known.values()) {
            String name = member.pointer().substring(member.pointer().lastIndexOf('/') + 1);
            if (!taken.contains(name)) {
                member.fault("means nothing for cost " + kind + ", which takes " + String.join(", ", taken));
            }
        }
        Element name = known.get(NAME);
        Element per = known.get(PER);
        Element missing = known.get(MISSING);
        requireOneValue(element, kind, known);
        Field field = field(known.get(FIELD));
        Per counted = per == null ? kind.standard() : per.word(Per.class, kind.standard());
        if (field != null && (field.needs() & Field.LINE) != 0 && counted == Per.SHIPMENT) {
            element.fault("counts " + field.name().text() + " per shipment, which differs from line to line; count it"
                    + " per UNIT");
        }
        return new Part(
                kind,
                name == null ? kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') : name.text(),
                number(known.get(WEIGHT), BigDecimal.ONE),
                number(known.get(AMOUNT), BigDecimal.ZERO),
                field,
                number(missing, BigDecimal.ZERO),
                counted);
    }

    private static void requireOneValue(Element element, Kind kind, Map<String, Element> known) {
        Element amount = known.get(AMOUNT);
        Element field = known.get(FIELD);
        if (kind.takesAmount() && amount == null && field == null) {
            element.fault(kind.takesField() ? "needs an amount or a field" : "lacks 'amount'");
        }
        if (amount != null && field != null) {
            amount.fault("cannot be told together with a field; make two parts of it");
        }
        Element weight = known.get(WEIGHT);
        if (amount != null && weight != null && kind.takesField()) {
            weight.warn("has no effect without a field");
        }
        if ((kind == Kind.SPLIT || kind == Kind.LATENESS) && amount != null && isNegative(amount.value())) {
            amount.fault("must not be negative");
        }
        if (kind == Kind.SHIPPING && weight != null && isNegative(weight.value())) {
            weight.fault("must not be negative");
        }
    }

    private static boolean isNegative(@Nullable Object value) {
        BigDecimal number = decimal(value);
        return number != null && number.signum() < 0;
    }

    private @Nullable Field field(@Nullable Element element) {
        if (element == null) {
            return null;
        }
        Field field = element.value() instanceof String name ? fields.apply(name) : null;
        boolean numeric = field != null && (field.type() == Field.Type.NUMBER || field.type() == Field.Type.ANY);
        if (field == null || !numeric || field.isFamily() || field.isSortOnly()) {
            element.fault(element.shown() + " is not a field that holds numbers; see the vocabulary");
            return null;
        }
        return field;
    }

    /** Money and weights may be written as JSON numbers or, as everywhere in the API, as texts. */
    private static BigDecimal number(@Nullable Element element, BigDecimal otherwise) {
        if (element == null) {
            return otherwise;
        }
        BigDecimal number = decimal(element.value());
        if (number == null
                || number.abs().compareTo(NUMBER_MAX) > 0
                || number.stripTrailingZeros().scale() > PLACES_MAX) {
            element.fault("must be a decimal number with at most " + PLACES_MAX + " places and not beyond ±"
                    + NUMBER_MAX.toPlainString() + ", is " + element.shown());
            return otherwise;
        }
        return number;
    }

    private static @Nullable BigDecimal decimal(@Nullable Object value) {
        if (value instanceof String text) {
            return text.matches("-?[0-9]{1,15}(\\.[0-9]{1,10})?") ? new BigDecimal(text) : null;
        }
        return Field.decimal(value);
    }
}

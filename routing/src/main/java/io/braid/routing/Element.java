package io.braid.routing;

import io.braid.kernel.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value of a document together with its place in it. Asking for what it is not files a finding under its pointer and
 * answers something harmless, so that one reading finds every fault.
 */
record Element(@Nullable Object value, String pointer, Findings findings) {
    /** No word of a document needs more, and an error message can still show it. */
    static final int TEXT_MAX = 1_000;

    private static final int SHOWN_MAX = 60;

    /** What reading a document found: faults first come, first kept, up to a number a person would still read. */
    static final class Findings {
        private static final int KEPT_MAX = 100;

        private final List<Finding> faults = new ArrayList<>();
        private final List<Finding> warnings = new ArrayList<>();

        void fault(String pointer, String text) {
            if (faults.size() < KEPT_MAX) {
                faults.add(new Finding(pointer, text));
            }
        }

        void warn(String pointer, String text) {
            if (warnings.size() < KEPT_MAX) {
                warnings.add(new Finding(pointer, text));
            }
        }

        List<Finding> faults() {
            return List.copyOf(faults);
        }

        List<Finding> warnings() {
            return List.copyOf(warnings);
        }
    }

    static Element root(@Nullable Object tree, Findings findings) {
        return new Element(tree, "", findings);
    }

    void fault(String text) {
        findings.fault(pointer, text);
    }

    void warn(String text) {
        findings.warn(pointer, text);
    }

    boolean isObject() {
        return value instanceof Map<?, ?>;
    }

    boolean isList() {
        return value instanceof List<?>;
    }

    /** A list that says nothing; one that says too much is another fault. */
    boolean isEmptyList() {
        return value instanceof List<?> list && list.isEmpty();
    }

    /** The members of an object of that shape; a member of another name is a fault. */
    Map<String, Element> members(Map<String, String> shape) {
        return members(shape.keySet().toArray(String[]::new));
    }

    /** The members of an object; a member of another name is a fault. */
    Map<String, Element> members(String... names) {
        Map<String, Element> members = new LinkedHashMap<>();
        if (!(value instanceof Map<?, ?> object)) {
            fault("must be an object with " + String.join(", ", names) + ", is " + kind());
            return members;
        }
        List<String> known = Arrays.asList(names);
        object.forEach((key, member) -> {
            String name = String.valueOf(key);
            Element element = at(name, member);
            if (known.contains(name)) {
                members.put(name, element);
            } else {
                element.fault("is not a field here; known are " + String.join(", ", names));
            }
        });
        return members;
    }

    private Element at(String name, @Nullable Object member) {
        String escaped = name.length() > TEXT_MAX ? name.substring(0, TEXT_MAX) : name;
        return new Element(member, pointer + "/" + escaped.replace("~", "~0").replace("/", "~1"), findings);
    }

    /** A member that must be there; when it is not, an element of no value stands in and the object is at fault. */
    Element required(Map<String, Element> members, String name) {
        Element found = members.get(name);
        if (found == null && isObject()) {
            fault("lacks '" + name + "'");
        }
        return found == null ? new Element(null, pointer + "/" + name, new Findings()) : found;
    }

    List<Element> items(int most) {
        if (!(value instanceof List<?> list)) {
            fault("must be a list, is " + kind());
            return List.of();
        }
        if (list.size() > most) {
            fault("has " + list.size() + " entries; at most " + most + " are allowed");
            return List.of();
        }
        List<Element> items = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            items.add(new Element(list.get(i), pointer + "/" + i, findings));
        }
        return items;
    }

    /** A text that says something; empty when it is not one. */
    String text() {
        if (!(value instanceof String text)) {
            fault("must be a text, is " + kind());
            return "";
        }
        if (text.isBlank() || text.length() > TEXT_MAX) {
            fault(text.isBlank() ? "must not be blank" : "is longer than " + TEXT_MAX + " characters");
            return "";
        }
        return text;
    }

    /** A text that is told to people, in lines of which it is a part. */
    String name() {
        String text = text();
        if (!Texts.isOnOneLine(text)) {
            fault("must be on one line, without control characters");
            return "";
        }
        return text;
    }

    boolean flag(boolean otherwise) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        fault("must be true or false, is " + kind());
        return otherwise;
    }

    int whole(int least, int most) {
        BigDecimal number = value instanceof Number ? Field.decimal(value) : null;
        if (number == null
                || number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            fault("must be a whole number from " + least + " to " + most + ", is " + shown());
            return most;
        }
        return number.intValueExact();
    }

    <E extends Enum<E>> E word(Class<E> words, E otherwise) {
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(value)) {
                return word;
            }
        }
        String known = Stream.of(words.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        fault("must be one of " + known + "; is " + shown());
        return otherwise;
    }

    /** The value for a sentence: short, and quoted where it is a text. */
    String shown() {
        if (value instanceof String text) {
            return "'" + (text.length() > SHOWN_MAX ? text.substring(0, SHOWN_MAX) + "…" : text) + "'";
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : kind();
    }

    String kind() {
        if (value == null) {
            return "null";
        }
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof List) {
            return "a list";
        }
        if (value instanceof String) {
            return "a text";
        }
        return value instanceof Number ? "a number" : "true or false";
    }
}

package io.braid.api;

import io.braid.kernel.Texts;
import io.braid.store.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a JSON body, where, in words for people: no type of ours and no exception's name. */
final class BadJson {
    private static final String MALFORMED = "malformed-json";

    /** 1e999 is a thousand characters when written out, 1e999999999 all the memory there is. */
    private static final int EXPONENT_DIGITS_MAX = 3;

    private BadJson() {}

    static Problem problem(JacksonException e) {
        String pointer = pointer(e);
        Problem problem = switch (e) {
            case PropertyBindingException unknown -> unknownField(unknown);
            case ValueInstantiationException refused -> refusedValue(refused);
            case MismatchedInputException mismatched -> mismatched(mismatched);
            case InputCoercionException coerced -> wrongType(expected(coerced.getTargetType()), "");
            case StreamConstraintsException limit -> malformed(limit(limit));
            case StreamReadException syntax -> malformed(syntax(syntax));
            default -> malformed("the body is not what this takes");
        };
        return pointer.isEmpty() ? problem : problem.at(pointer);
    }

    private static Problem malformed(String detail) {
        return Problem.of(400, MALFORMED, detail);
    }

    private static Problem unknownField(PropertyBindingException e) {
        Collection<Object> known = e.getKnownPropertyIds();
        String names = known == null
                ? ""
                : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
        return Problem.of(
                400,
                "unknown-field",
                "'" + Texts.shown(e.getPropertyName()) + "' is not a field here"
                        + (names.isEmpty() ? "" : "; the fields are " + names));
    }

    private static Problem refusedValue(ValueInstantiationException e) {
        String reason = e.getCause() instanceof IllegalArgumentException cause ? cause.getMessage() : null;
        return reason == null
                ? malformed("the value is not what this takes")
                : Problem.of(422, "invalid-request", reason);
    }

    private static Problem mismatched(MismatchedInputException e) {
        if (e.getCurrentToken() == null && e.getPath().isEmpty() && !(e instanceof InvalidFormatException)) {
            return malformed("the body is empty or ends too early");
        }
        if (String.valueOf(e.getOriginalMessage()).startsWith("Trailing token")) {
            return malformed("more text follows after the end of the document");
        }
        String shown = e instanceof InvalidFormatException format && format.getValue() != null
                ? "'" + Texts.shown(String.valueOf(format.getValue())) + "' is not "
                : shown(e.getCurrentToken());
        return wrongType(expected(e.getTargetType()), shown);
    }

    private static Problem wrongType(String expected, String given) {
        return Problem.of(400, "wrong-type", given.isEmpty() ? "this takes " + expected : given + expected);
    }

    private static String shown(@Nullable JsonToken token) {
        return switch (token) {
            case START_OBJECT, PROPERTY_NAME -> "an object is not ";
            case START_ARRAY -> "a list is not ";
            case VALUE_STRING -> "a text is not ";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number is not ";
            case VALUE_TRUE, VALUE_FALSE -> "true or false is not ";
            case VALUE_NULL -> "null is not ";
            case null, default -> "";
        };
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "another kind of value";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        return switch (type) {
            case Class<?> t when t == String.class -> "a text";
            case Class<?> t
            when t == int.class || t == Integer.class ->
                "a whole number between " + Integer.MIN_VALUE + " and " + Integer.MAX_VALUE;
            case Class<?> t when t == long.class || t == Long.class || t == BigInteger.class -> "a whole number";
            case Class<?> t when t == BigDecimal.class || t == double.class || t == Double.class -> "a number";
            case Class<?> t when t == boolean.class || t == Boolean.class -> "true or false";
            case Class<?> t when t == Instant.class -> "an instant in UTC such as \"2026-11-23T10:15:30Z\"";
            case Class<?> t when t == LocalDate.class -> "a date such as \"2026-11-23\"";
            case Class<?> t when t == LocalTime.class -> "a time of day such as \"17:30\"";
            case Class<?> t when t.isArray() || Collection.class.isAssignableFrom(t) -> "a list";
            case Class<?> t when Map.class.isAssignableFrom(t) || t.isRecord() -> "an object";
            default -> "another kind of value";
        };
    }

    private static String limit(StreamConstraintsException e) {
        String message = String.valueOf(e.getOriginalMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("nesting depth")) {
            return "objects and lists are nested deeper than 64";
        }
        if (message.contains("number")) {
            return "a number is longer than 100 digits";
        }
        return message.contains("name length") ? "a field's name is too long" : "a text is too long";
    }

    private static String syntax(StreamReadException e) {
        String message = String.valueOf(e.getOriginalMessage());
        String where = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        if (message.startsWith("Duplicate")) {
            return "a field stands twice in one object" + where;
        }
        if (message.contains("UTF-8")) {
            return "the body is not UTF-8" + where;
        }
        return "the body is not JSON" + where;
    }

    /** Where Jackson stood, as a JSON pointer. */
    private static String pointer(JacksonException e) {
        if (e.getPath().isEmpty()) {
            return e.processor() instanceof JsonParser parser
                    ? parser.streamReadContext().pathAsPointer().toString()
                    : "";
        }
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            pointer.append('/')
                    .append(
                            step.getPropertyName() == null
                                    ? Integer.toString(step.getIndex())
                                    : Texts.shown(step.getPropertyName())
                                            .replace("~", "~0")
                                            .replace("/", "~1"));
        }
        return pointer.toString();
    }

    /**
     * Refuses what is a text in JSON and none in the database, NUL and half characters, and numbers whose few
     * characters stand for millions of digits. The former can only come as {@code \\}{@code u} escapes, the latter
     * with an exponent, so most bodies are passed after one look.
     */
    static void checkText(byte[] body) {
        for (int i = 0; i + 1 < body.length; i++) {
            boolean escape = body[i] == '\\' && i + 3 < body.length && body[i + 1] == 'u';
            if ((escape && isSuspect(body[i + 2], body[i + 3])) || (isDigit(body[i]) && (body[i + 1] | 0x20) == 'e')) {
                checkEveryValue(body);
                return;
            }
        }
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isSuspect(byte first, byte second) {
        return (first == '0' && second == '0')
                || ((first == 'd' || first == 'D') && (second == '8' || second == '9' || second > '9'));
    }

    private static void checkEveryValue(byte[] body) {
        try (JsonParser parser = Json.MAPPER.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME || token == JsonToken.VALUE_STRING) {
                    check(parser, parser.getString());
                } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
                    checkNumber(parser, parser.getString());
                }
            }
        }
    }

    private static void checkNumber(JsonParser parser, String number) {
        int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
        String digits = exponent < 0 ? "" : number.substring(exponent + 1).replaceFirst("^[+-]?0*", "");
        if (digits.length() > EXPONENT_DIGITS_MAX) {
            throw new Declined(Problem.of(
                            422,
                            "invalid-request",
                            "'" + Texts.shown(number) + "' is far too large or too fine: an exponent has at most"
                                    + " three digits")
                    .at(place(parser)));
        }
    }

    private static String place(JsonParser parser) {
        return Texts.shown(parser.streamReadContext().pathAsPointer().toString());
    }

    private static void check(JsonParser parser, String text) {
        boolean halves = text.chars().anyMatch(c -> Character.isSurrogate((char) c))
                && text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
        if (halves || text.indexOf('\0') >= 0) {
            throw new Declined(Problem.of(
                            422,
                            "invalid-request",
                            halves ? "half of a surrogate pair is no character" : "a NUL character cannot be kept")
                    .at(place(parser)));
        }
    }
}

package io.braid.api;

import io.braid.kernel.Fault;
import io.braid.kernel.Money;
import io.braid.kernel.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything that is wrong with a request, so that a caller learns of all faults at once. Readers answer the
 * value, or null and remember the fault; after {@link #refuseIfAny} whatever was required is there.
 */
final class Faults {
    /** Enough to mend a document by; more would only be a long answer. */
    private static final int SHOWN_MAX = 100;

    private final List<Fault> faults = new ArrayList<>();

    void add(String pointer, String detail) {
        if (faults.size() < SHOWN_MAX) {
            faults.add(new Fault(pointer, detail));
        }
    }

    boolean any() {
        return !faults.isEmpty();
    }

    List<Fault> list() {
        return List.copyOf(faults);
    }

    /** 422 with everything that was collected. */
    void refuseIfAny() {
        if (!faults.isEmpty()) {
            throw Declined.invalid(faults);
        }
    }

    /** What was required, after {@link #refuseIfAny}. */
    static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a required value is missing. Maybe refuseIfAny was not called before.");
        }
        return value;
    }

    <T> @Nullable T required(String pointer, @Nullable T value) {
        if (value == null) {
            add(pointer, "is required");
        }
        return value;
    }

    /** A required text as a value of the kernel; its constructor says what is wrong. */
    <T> @Nullable T read(String pointer, @Nullable String text, Function<String, T> value) {
        return required(pointer, text) == null ? null : optional(pointer, text, value);
    }

    <T> @Nullable T optional(String pointer, @Nullable String text, Function<String, T> value) {
        return text == null ? null : checked(pointer, () -> value.apply(text));
    }

    /** A moment that must be one of our time, if it is given. */
    @Nullable
    Instant moment(String pointer, @Nullable Instant at) {
        return at == null ? null : checked(pointer, () -> FieldReader.instant(at));
    }

    /** The same for a date. */
    @Nullable
    LocalDate day(String pointer, @Nullable LocalDate date) {
        return date == null ? null : checked(pointer, () -> FieldReader.date(date));
    }

    private <T> @Nullable T checked(String pointer, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            add(pointer, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** A required text that says something. */
    @Nullable
    String text(String pointer, @Nullable String text, int lengthMax) {
        return required(pointer, text) == null ? null : optionalText(pointer, text, lengthMax);
    }

    /** A text that is told to people in lines of which it is a part. */
    @Nullable
    String name(String pointer, @Nullable String name, int lengthMax) {
        if (name != null && !Texts.isOnOneLine(name)) {
            add(pointer, "must be on one line, without control characters");
            return null;
        }
        return text(pointer, name, lengthMax);
    }

    @Nullable
    String optionalText(String pointer, @Nullable String text, int lengthMax) {
        if (text == null) {
            return null;
        }
        if (text.isBlank()) {
            add(pointer, "must not be blank");
            return null;
        }
        if (text.codePointCount(0, text.length()) > lengthMax) {
            add(pointer, "must have at most " + lengthMax + " characters");
            return null;
        }
        return text;
    }

    @Nullable
    Money money(String pointer, @Nullable MoneyField field) {
        if (required(pointer, field) == null || field == null) {
            return null;
        }
        String amount = required(pointer + "/amount", field.amount());
        String currency = required(pointer + "/currency", field.currency());
        if (amount == null
                || currency == null
                || optional(pointer + "/currency", currency, Money::parseCurrency) == null) {
            return null;
        }
        return optional(pointer + "/amount", amount, text -> Money.of(text, currency));
    }

    @Nullable
    Money optionalMoney(String pointer, @Nullable MoneyField field) {
        return field == null ? null : money(pointer, field);
    }

    /** A required whole number; what is out of bounds answers the lower bound, and is remembered as a fault. */
    int number(String pointer, @Nullable Integer value, int min, int max) {
        if (required(pointer, value) == null || value == null) {
            return min;
        }
        if (value < min || value > max) {
            add(pointer, value + " is not between " + min + " and " + max);
            return min;
        }
        return value;
    }

    /** A required number of units. */
    int quantity(String pointer, @Nullable Integer units, int min, int max) {
        return number(pointer, units, min, max);
    }

    /** A required choice among the names of an enum. */
    <E extends Enum<E>> @Nullable E choice(String pointer, @Nullable String text, Class<E> type) {
        return required(pointer, text) == null ? null : optionalChoice(pointer, text, type);
    }

    <E extends Enum<E>> @Nullable E optionalChoice(String pointer, @Nullable String text, Class<E> type) {
        if (text == null) {
            return null;
        }
        for (E candidate : type.getEnumConstants()) {
            if (candidate.name().equals(text)) {
                return candidate;
            }
        }
        add(
                pointer,
                "'" + Texts.shown(text) + "' is not one of "
                        + String.join(
                                ", ",
                                Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .toList()));
        return null;
    }

    /** The pointer of an element: {@code Faults.at("/lines", 0, "sku")}. */
    static String at(String list, int index, String field) {
        return list + "/" + index + "/" + field;
    }
}

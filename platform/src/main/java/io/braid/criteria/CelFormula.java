package io.braid.criteria;

import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import io.braid.routing.Lexicon;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Works an expression out on one candidate and line. What cannot be worked out has no value. */
record CelFormula(CelRuntime.Program program) implements Lexicon.Formula {
    @Override
    public @Nullable Object value(Function<String, @Nullable Object> fields) {
        try {
            CelVariableResolver resolver = name -> Optional.of(given(fields.apply(name)));
            return taken(program.eval(resolver));
        } catch (CelEvaluationException missing) {
            // An attribute that is not there, a division by zero: as everywhere in rules, it is simply missing.
            return null;
        }
    }

    /** Numbers as decimals, lists as lists; what is missing as null. */
    private static Object given(@Nullable Object value) {
        return switch (value) {
            case null -> NullValue.NULL_VALUE;
            case Number number -> number.doubleValue();
            case Map<?, ?> attributes -> given(attributes);
            case Collection<?> many -> List.copyOf(many);
            default -> value;
        };
    }

    private static Map<String, Object> given(Map<?, ?> attributes) {
        Map<String, Object> given = new HashMap<>();
        attributes.forEach((name, value) -> given.put(String.valueOf(name), given(value)));
        return given;
    }

    private static @Nullable Object taken(@Nullable Object value) {
        return switch (value) {
            case Boolean flag -> flag;
            case String text -> text;
            case Long whole -> BigDecimal.valueOf(whole);
            case Double number -> Double.isFinite(number) ? BigDecimal.valueOf(number) : null;
            case Number whole -> new BigDecimal(whole.toString());
            case null, default -> null;
        };
    }
}

package io.braid.routing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pieces of strategy documents as words. Knows only how things are written, not what they do. */
final class Told {
    private static final int ITEMS_MAX = 8;

    private Told() {}

    /** Equal, numbers by their value. */
    static boolean same(@Nullable Object one, @Nullable Object two) {
        if (one instanceof Number && two instanceof Number) {
            BigDecimal first = Field.decimal(one);
            BigDecimal second = Field.decimal(two);
            return first != null && second != null && first.compareTo(second) == 0;
        }
        if (one instanceof List<?> first && two instanceof List<?> second) {
            boolean same = first.size() == second.size();
            for (int i = 0; same && i < first.size(); i++) {
                same = same(first.get(i), second.get(i));
            }
            return same;
        }
        if (one instanceof Map<?, ?> first && two instanceof Map<?, ?> second) {
            return first.keySet().equals(second.keySet())
                    && first.keySet().stream().allMatch(key -> same(first.get(key), second.get(key)));
        }
        return Objects.equals(one, two);
    }

    /** Whether both lists hold nothing but words and numbers. */
    static boolean isPlain(List<?> one, List<?> two) {
        return one.stream().noneMatch(each -> each instanceof Map || each instanceof List)
                && two.stream().noneMatch(each -> each instanceof Map || each instanceof List);
    }

    static String change(@Nullable Object before, @Nullable Object after) {
        return value(before) + " → " + value(after);
    }

    static String value(@Nullable Object value) {
        if (value instanceof List<?> list) {
            String shown = list.stream().limit(ITEMS_MAX).map(Told::value).collect(Collectors.joining(", "));
            return list.size() > ITEMS_MAX ? shown + " and " + (list.size() - ITEMS_MAX) + " more" : shown;
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(each -> each.getKey() + " " + value(each.getValue()))
                    .collect(Collectors.joining(", "));
        }
        BigDecimal number = value instanceof Number ? Field.decimal(value) : null;
        if (number != null) {
            BigDecimal stripped = number.stripTrailingZeros();
            return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
        }
        return String.valueOf(value);
    }

    static String quoted(List<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }

    /** What a filter was before, if one that is gone asks the same field with the same operator, or just the field. */
    static @Nullable Object partner(Object filter, List<Object> gone) {
        if (!(filter instanceof Map<?, ?> one)) {
            return null;
        }
        if (one.get("field") == null) {
            return gone.stream()
                    .filter(each -> each instanceof Map<?, ?> other && same(members(one), members(other)))
                    .findFirst()
                    .orElse(null);
        }
        Object onField = null;
        for (Object each : gone) {
            if (each instanceof Map<?, ?> other && one.get("field").equals(other.get("field"))) {
                if (Objects.equals(one.get("operator"), other.get("operator"))) {
                    return other;
                }
                onField = onField == null ? other : onField;
            }
        }
        return onField;
    }

    /** What a group of filters holds, whichever way it joins them; a filter that is no group stands for itself. */
    private static Object members(Map<?, ?> group) {
        return group.size() == 1 ? group.values().iterator().next() : group;
    }

    static String filterChange(Object before, Object after) {
        if (before instanceof Map<?, ?> was
                && after instanceof Map<?, ?> is
                && is.get("field") != null
                && Objects.equals(was.get("operator"), is.get("operator"))) {
            return is.get("field") + " " + is.get("operator") + " " + change(was.get("value"), is.get("value"));
        }
        return filter(before) + " → " + filter(after);
    }

    static String filter(@Nullable Object filter) {
        if (!(filter instanceof Map<?, ?> map)) {
            return value(filter);
        }
        if (map.get("field") != null) {
            Object limit = map.get("value");
            return map.get("field") + " " + map.get("operator") + (limit == null ? "" : " " + value(limit));
        }
        return map.entrySet().stream()
                .map(group -> group.getKey() + " of (" + members(group.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String members(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream().map(Told::filter).collect(Collectors.joining("; "))
                : value(list);
    }

    static String sorts(@Nullable Object sorts) {
        if (!(sorts instanceof List<?> list) || list.isEmpty()) {
            return "by nothing";
        }
        return list.stream().map(Told::sort).collect(Collectors.joining(", then ", "by ", ""));
    }

    private static String sort(@Nullable Object sort) {
        if (!(sort instanceof Map<?, ?> map)) {
            return value(sort);
        }
        boolean down = "DESC".equals(map.get("direction"));
        return map.get("field") + (down ? " descending" : " ascending");
    }
}

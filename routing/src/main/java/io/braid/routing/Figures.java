package io.braid.routing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Numbers, lists and line numbers as sentences write them. Knows nothing of what they count. */
final class Figures {
    private static final double CLOSE = 0.1;

    /** Where nothing limits, the engine counts with numbers of this size. */
    private static final double NO_LIMIT = 9e18;

    private static final String UNLIMITED = "unlimited";

    /** Ranges or amounts named in one sentence. */
    private static final int NAMED_MAX = 8;

    private Figures() {}

    /** {@code "line 3"}, {@code "lines 1–4, 7 and 12 more"}: the lines in their order. */
    static String lines(List<Integer> lines, int more) {
        List<String> ranges = new ArrayList<>();
        int untold = more;
        for (int i = 0; i < lines.size(); ) {
            int end = i;
            while (end + 1 < lines.size() && lines.get(end + 1) == lines.get(end) + 1) {
                end++;
            }
            if (ranges.size() < NAMED_MAX) {
                ranges.add(i == end ? "" + lines.get(i) : lines.get(i) + (end == i + 1 ? ", " : "–") + lines.get(end));
            } else {
                untold += end - i + 1;
            }
            i = end + 1;
        }
        String noun = lines.size() == 1 && more == 0 ? "line " : "lines ";
        return noun + String.join(", ", ranges) + (untold == 0 ? "" : " and " + untold + " more");
    }

    /** {@code "2 of line 1, 1 each of lines 2–9"}: units by line, equal numbers together. */
    static String units(List<Plan.Part> parts) {
        Map<Integer, List<Integer>> byQuantity = new LinkedHashMap<>();
        for (Plan.Part part : parts) {
            byQuantity
                    .computeIfAbsent(part.quantity(), quantity -> new ArrayList<>())
                    .add(part.line());
        }
        String told = byQuantity.entrySet().stream()
                .limit(NAMED_MAX)
                .map(each -> each.getKey()
                        + (each.getValue().size() == 1 ? " of " : " each of ")
                        + lines(each.getValue(), 0))
                .collect(Collectors.joining(", "));
        long untold = byQuantity.values().stream()
                .skip(NAMED_MAX)
                .mapToLong(List::size)
                .sum();
        return untold == 0 ? told : told + " and some of " + untold + " more lines";
    }

    /** A number with as many places as it takes to see that it is not the other one. */
    static String close(@Nullable Object value, @Nullable Object other) {
        boolean near = value instanceof Number one
                && other instanceof Number two
                && Math.abs(one.doubleValue() - two.doubleValue()) < CLOSE;
        return near ? String.valueOf(plain(value)) : number(value);
    }

    static String number(@Nullable Object value) {
        if (isUnlimited(value)) {
            return UNLIMITED;
        }
        if (value instanceof Double binary) {
            return BigDecimal.valueOf(binary)
                    .setScale(binary < 100 ? 1 : 0, RoundingMode.HALF_UP)
                    .toPlainString()
                    .replaceFirst("\\.0$", "");
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? "none" : list.stream().map(Figures::number).collect(Collectors.joining(", "));
        }
        return value == null || (value instanceof String text && text.isEmpty())
                ? "nothing"
                : String.valueOf(plain(value));
    }

    /** Values as any JSON library writes them well: no exponents, no infinities. */
    static @Nullable Object plain(@Nullable Object value) {
        if (isUnlimited(value)) {
            return UNLIMITED;
        }
        if (value instanceof Double binary) {
            return exact(BigDecimal.valueOf(binary));
        }
        return value instanceof BigDecimal decimal ? exact(decimal) : value;
    }

    private static boolean isUnlimited(@Nullable Object value) {
        return (value instanceof Double binary && !(Math.abs(binary) < NO_LIMIT))
                || (value instanceof Long whole && whole >= NO_LIMIT);
    }

    private static BigDecimal exact(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static String ordinal(int number) {
        int tens = number % 100;
        String ending = switch (tens >= 11 && tens <= 13 ? 0 : number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
        return number + ending;
    }
}

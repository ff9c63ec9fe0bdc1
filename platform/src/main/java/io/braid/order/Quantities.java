package io.braid.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The quantities of lines as the journal tells them; prices stay out of it. */
final class Quantities {
    private Quantities() {}

    static List<Map<String, Object>> of(List<OrderLine> lines) {
        return lines.stream().map(Quantities::of).toList();
    }

    static List<Map<String, Object>> of(List<LineChange> changes, Order after) {
        var changed = changes.stream().map(LineChange::line).collect(Collectors.toSet());
        return of(after.lines().stream().filter(l -> changed.contains(l.line())).toList());
    }

    private static Map<String, Object> of(OrderLine line) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("line", line.line());
        told.put("sku", line.sku().text());
        told.put("ordered", line.ordered());
        put(told, "open", line.open());
        put(told, "assigned", line.assigned());
        put(told, "shipped", line.shipped());
        put(told, "canceled", line.canceled());
        if (line.awaiting() != null) {
            told.put("awaiting", line.awaiting().name());
        }
        return told;
    }

    private static void put(Map<String, Object> told, String name, int units) {
        if (units != 0) {
            told.put(name, units);
        }
    }
}

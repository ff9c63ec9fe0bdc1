package io.braid.simulation;

import io.braid.kernel.OrderNumber;
import io.braid.order.ExternalNumber;
import io.braid.routing.Decision;
import io.braid.routing.Plan;
import io.braid.sourcing.Replay;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order whose answer is another one under the draft.
 *
 * @param ordinal its place among the replayed orders, from 1
 * @param number null for an uploaded order
 */
public record Change(long ordinal, @Nullable OrderNumber number, ExternalNumber external, Side live, Side draft) {
    /**
     * One strategy's answer.
     *
     * @param plan {@code shipments} and {@code unassigned}, as a dry run tells them
     */
    public record Side(Map<String, Object> plan, Decision decision) {}

    static Change of(long ordinal, Replay.Both both) {
        Map<Integer, String> skus = new HashMap<>();
        both.past()
                .order()
                .lines()
                .forEach(line -> skus.put(line.line(), line.sku().text()));
        return new Change(
                ordinal,
                both.past().number(),
                both.past().order().external(),
                new Side(plan(both.live().plan(), skus), both.live().decision()),
                new Side(plan(both.draft().plan(), skus), both.draft().decision()));
    }

    private static Map<String, Object> plan(Plan plan, Map<Integer, String> skus) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put(
                "shipments",
                plan.assignments().stream()
                        .map(a -> Map.of("location", a.location(), "lines", lines(a, skus)))
                        .toList());
        told.put("unassigned", plan.unassigned());
        return told;
    }

    private static List<Map<String, Object>> lines(Plan.Assignment assignment, Map<Integer, String> skus) {
        return assignment.parts().stream()
                .map(p -> Map.<String, Object>of(
                        "line", p.line(), "sku", skus.getOrDefault(p.line(), ""), "quantity", p.quantity()))
                .toList();
    }
}

package io.braid.api;

import io.braid.sourcing.Decided;
import java.util.LinkedHashMap;
import java.util.Map;

/** A decision as people read it: the engine's own tree, with what called for it. */
final class DecisionView {
    private DecisionView() {}

    static Map<String, Object> of(Decided decided) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("seq", decided.seq());
        view.put("reason", decided.reason());
        view.put("strategyId", decided.strategy());
        if (decided.decision().toTree() instanceof Map<?, ?> tree) {
            tree.forEach((key, value) -> view.put(String.valueOf(key), value));
        }
        return view;
    }
}

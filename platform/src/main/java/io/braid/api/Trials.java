package io.braid.api;

import io.braid.store.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;

/** A dry run's body is an order with a few fields more: they are taken apart here, so that each is read strictly. */
final class Trials {
    private static final Set<String> MORE = Set.of("strategy", "strategyId", "stock", "at");

    private Trials() {}

    static RoutingHttp.TrialBody read(Map<String, Object> body) {
        Map<String, Object> trial = new HashMap<>();
        Map<String, Object> order = new HashMap<>(body);
        for (String field : MORE) {
            if (order.containsKey(field)) {
                trial.put(field, order.remove(field));
            }
        }
        try {
            RoutingHttp.TrialBody more = Json.MAPPER.convertValue(trial, RoutingHttp.TrialBody.class);
            OrderBody ordered = Json.MAPPER.convertValue(order, OrderBody.class);
            return new RoutingHttp.TrialBody(ordered, more.strategy(), more.strategyId(), more.stock(), more.at());
        } catch (JacksonException e) {
            throw new Declined(BadJson.problem(e));
        }
    }
}

package io.braid.routing;

import io.braid.routing.Scenario.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A strategy document compiled for use: immutable, shared by all threads, the same plan for the same question every
 * time. It knows no clock, no chance and no store.
 */
public final class Strategy {
    private final String name;
    private final Shortfall shortfall;
    private final List<Route> routes;

    Strategy(String name, Shortfall shortfall, List<Route> routes) {
        this.name = name;
        this.shortfall = shortfall;
        this.routes = List.copyOf(routes);
    }

    /** Reads a document as any JSON library yields it: maps, lists, texts, numbers, booleans and nulls. */
    public static Reading read(@Nullable Object tree) {
        return new StrategyReader().read(tree);
    }

    public String name() {
        return name;
    }

    /** What happens to units that a location could not ship after all. */
    public Shortfall shortfall() {
        return shortfall;
    }

    /** Recommends locations for the question and says why; an order of a type without a route goes to a person. */
    public Plan route(Question question) {
        Route asked = null;
        for (Route route : routes) {
            if (route.fulfillmentType().equals(question.order().fulfillmentType())) {
                asked = route;
            }
        }
        return new Routing(name, question).plan(asked);
    }
}

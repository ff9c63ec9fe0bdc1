package io.braid.routing;

import io.braid.routing.Scenario.Route;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A strategy document compiled for use: immutable, shared by all threads, the same plan for the same question every
 * time. It knows no clock, no chance and no store.
 */
public final class Strategy {
    private final String name;
    private final Shortfall shortfall;
    private final @Nullable Reassignments reassignments;
    private final List<Route> routes;
    private final Set<String> fields;

    Strategy(Rules rules, List<Route> routes, Set<String> fields) {
        this.name = rules.name();
        this.shortfall = rules.shortfall();
        this.reassignments = rules.reassignments();
        this.routes = List.copyOf(routes);
        this.fields = Set.copyOf(fields);
    }

    /** What holds for the whole document. */
    record Rules(String name, Shortfall shortfall, @Nullable Reassignments reassignments) {}

    /**
     * How often units that locations gave up are assigned anew by themselves, and what happens to them after that.
     *
     * @param max 0 and more; 0 never assigns anew
     */
    public record Reassignments(int max, Plan.Outcome then) {}

    /** Reads a document as any JSON library yields it: maps, lists, texts, numbers, booleans and nulls. */
    public static Reading read(@Nullable Object tree) {
        return read(tree, Lexicon.EMPTY);
    }

    /** Reads a document that may name what the operator has defined. */
    public static Reading read(@Nullable Object tree, Lexicon lexicon) {
        return new StrategyReader(lexicon).read(tree);
    }

    public String name() {
        return name;
    }

    /** What happens to units that a location could not ship after all. */
    public Shortfall shortfall() {
        return shortfall;
    }

    /** The limit on automatic re-assignments; null when there is none. */
    public @Nullable Reassignments reassignments() {
        return reassignments;
    }

    /**
     * The full names of all fields its filters and sorts name, and of those that its computed attributes read: facts
     * that are costly to get need not be given when they are not among them.
     */
    public Set<String> fields() {
        return fields;
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

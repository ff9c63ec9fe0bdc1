package io.braid.routing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A strategy document compiled for use: immutable, shared by all threads, the same plan for the same question every
 * time. It knows no clock, no chance and no store.
 */
public final class Strategy {
    private final String name;
    private final Shortfall shortfall;

    private Strategy(String name, Shortfall shortfall) {
        this.name = name;
        this.shortfall = shortfall;
    }

    /** Reads a document as any JSON library yields it: maps, lists, texts, numbers, booleans and nulls. */
    public static Reading read(@Nullable Object tree) {
        return new Reading.Accepted(new Strategy("unread", Shortfall.CUSTOMER_CARE), List.of());
    }

    public String name() {
        return name;
    }

    public Shortfall shortfall() {
        return shortfall;
    }

    public Plan route(Question question) {
        List<Plan.Unassigned> rest = new ArrayList<>();
        for (LineFacts line : question.lines()) {
            rest.add(new Plan.Unassigned(line.line(), line.quantity(), Plan.Outcome.CUSTOMER_CARE));
        }
        Decision decision =
                new Decision(name, 0, question.at(), 0, question.order().fulfillmentType(), List.of());
        return new Plan(List.of(), rest, true, 0, decision);
    }
}

package io.braid.routing;

import java.util.List;

/**
 * What routing recommends. Assigned and unassigned units add up to the question's, per line; nothing is reserved yet.
 * {@code optimal} tells that the number of shipments is proven least for the most units; otherwise {@code gap} is the
 * proven bound on how far from it the plan can be (0.25: at most a quarter of the shipments, or of the units, could be
 * gained).
 */
public record Plan(
        List<Assignment> assignments, List<Unassigned> unassigned, boolean optimal, double gap, Decision decision) {
    public Plan {
        assignments = List.copyOf(assignments);
        unassigned = List.copyOf(unassigned);
    }

    /** What one location gets: one shipment. */
    public record Assignment(String location, List<Part> parts) {
        public Assignment {
            parts = List.copyOf(parts);
        }
    }

    /** Units of one line, by its number. */
    public record Part(int line, int quantity) {}

    /** Units no scenario could place, and what the strategy says happens to them. */
    public record Unassigned(int line, int quantity, Outcome outcome) {}

    /** What happens to units that no scenario placed. */
    public enum Outcome {
        BACKORDER,
        CANCEL,
        CUSTOMER_CARE
    }
}

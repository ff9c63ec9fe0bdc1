package io.braid.sourcing;

import io.braid.routing.Decision;
import io.braid.routing.Plan;
import java.util.HashMap;
import java.util.Map;

/**
 * What a plan came to, in numbers that can be added up.
 *
 * @param assigned units that found a location
 * @param shipmentKm the distances of its shipments together, as far as they are known
 * @param measured shipments whose distance is known
 */
public record Reached(
        int shipments, int assigned, int backordered, int customerCare, int canceled, double shipmentKm, int measured) {
    static final Reached NOTHING = new Reached(0, 0, 0, 0, 0, 0, 0);

    static Reached by(Plan plan) {
        Map<String, Double> distances = distances(plan.decision());
        int assigned = 0;
        double km = 0;
        int measured = 0;
        for (Plan.Assignment assignment : plan.assignments()) {
            for (Plan.Part part : assignment.parts()) {
                assigned += part.quantity();
            }
            Double distance = distances.get(assignment.location());
            if (distance != null) {
                km += distance;
                measured++;
            }
        }
        return new Reached(
                plan.assignments().size(),
                assigned,
                waiting(plan, Plan.Outcome.BACKORDER),
                waiting(plan, Plan.Outcome.CUSTOMER_CARE),
                waiting(plan, Plan.Outcome.CANCEL),
                km,
                measured);
    }

    private static int waiting(Plan plan, Plan.Outcome outcome) {
        int units = 0;
        for (Plan.Unassigned rest : plan.unassigned()) {
            units += rest.outcome() == outcome ? rest.quantity() : 0;
        }
        return units;
    }

    private static Map<String, Double> distances(Decision decision) {
        Map<String, Double> distances = new HashMap<>();
        for (Decision.Tried tried : decision.scenarios()) {
            for (Decision.Verdict verdict : tried.candidates()) {
                if (verdict.standing() == Decision.Standing.CHOSEN && verdict.distanceKm() != null) {
                    distances.put(verdict.location(), verdict.distanceKm());
                }
            }
        }
        return distances;
    }
}

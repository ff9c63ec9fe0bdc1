package io.braid.routing;

import io.braid.routing.Decision.Reason;
import io.braid.routing.Decision.Rule;

/** Says by how much money a candidate lost that could have served. */
final class Dearer {
    private final long total;
    private final Swaps swaps;
    private final Rule cheaper;
    private final Rule fewer;

    Dearer(Purchase purchase, Rule fewer) {
        this.total = purchase.total();
        this.swaps = purchase.swaps();
        this.cheaper = new Rule("/assignment/objective", "cost", Relation.LOWER_COST, Plan.Cost.money(total));
        this.fewer = new Rule("/assignment/objective", fewer.field(), fewer.relation(), fewer.limit());
    }

    /**
     * The plan with all it could serve served from it, against the plan there is. Where that would be cheaper it was
     * not allowed or not found: then a combination of others is all that can be said.
     */
    Reason reason(int rank, long reach) {
        long more = swaps.moreWith(rank);
        return more < 0 ? new Reason(fewer, reach, 0) : new Reason(cheaper, Plan.Cost.money(total + more), 0);
    }
}

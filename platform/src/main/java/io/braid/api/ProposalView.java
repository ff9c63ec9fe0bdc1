package io.braid.api;

import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.pricing.ItemDraft;
import io.braid.pricing.Proposal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An offer of a vendor as both sides see it. */
record ProposalView(
        UUID id,
        Proposal.State state,
        @Nullable String comment,
        String vendorSku,
        Sku sku,
        UnitCost unitCost,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Integer packSize,
        @Nullable Integer leadTimeDays,
        @Nullable LocalDate discontinuedOn,
        Instant proposedAt,
        @Nullable Instant decidedAt,
        int version) {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    static ProposalView of(Proposal proposal) {
        ItemDraft offer = proposal.offer();
        return new ProposalView(
                proposal.id(),
                proposal.state(),
                proposal.comment(),
                offer.vendorSku(),
                offer.sku(),
                offer.unitCost(),
                offer.validFrom(),
                offer.validTo(),
                offer.packSize(),
                offer.leadTimeDays(),
                offer.discontinuedOn(),
                proposal.proposedAt(),
                proposal.decidedAt(),
                proposal.version());
    }

    static UUID after(Paging paging) {
        UUID after = paging.afterId();
        return after == null ? BEFORE_ALL : after;
    }

    static Page<ProposalView> page(Paging paging, List<Proposal> rows) {
        return paging.page(rows, ProposalView::of, row -> List.of(row.id().toString()));
    }

    static Proposal.@Nullable State state(@Nullable String text) {
        Faults faults = new Faults();
        Proposal.State state = faults.optionalChoice("/state", text, Proposal.State.class);
        faults.refuseIfAny();
        return state;
    }
}

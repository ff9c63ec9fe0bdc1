package io.braid.api;

import io.braid.journal.Deed;
import io.braid.pricing.Proposal;
import io.braid.pricing.Proposals;
import io.braid.vendor.Review;
import io.braid.vendor.Vendors;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What vendors offer, as the operator decides on it. */
@RestController
@RequestMapping("/api/v1/vendors/{code}/proposals")
final class ProposalsHttp {
    private static final int REVIEWED_MAX = 500;

    private final Proposals proposals;
    private final Vendors vendors;

    ProposalsHttp(Proposals proposals, Vendors vendors) {
        this.proposals = proposals;
        this.vendors = vendors;
    }

    record ReviewsBody(
            @Nullable List<@Nullable String> proposals,
            @Nullable String decision,
            @Nullable String comment) {}

    record Decided(List<ProposalView> items) {}

    @GetMapping
    @Needs("items:read")
    Page<ProposalView> list(
            @PathVariable String code, Paging paging, @RequestParam(required = false) @Nullable String state) {
        if (vendors.findVendor(VendorsHttp.path(code)).isEmpty()) {
            throw Declined.notFound();
        }
        List<Proposal> rows = proposals.listProposals(
                VendorsHttp.path(code), ProposalView.state(state), ProposalView.after(paging), paging.fetch());
        return ProposalView.page(paging, rows);
    }

    @PostMapping("/{id}/reviews")
    @Needs("items:write")
    ProposalView review(@PathVariable String code, @PathVariable String id, @RequestBody ReviewBody body, Deed deed) {
        List<UUID> one = List.of(Paths.id(id));
        return ProposalView.of(Answers.of(proposals.review(deed, VendorsHttp.path(code), one, body.read()))
                .getFirst());
    }

    /** Many at once, all or none. */
    @PostMapping("/reviews")
    @Needs("items:write")
    Decided reviewAll(@PathVariable String code, @RequestBody ReviewsBody body, Deed deed) {
        Faults faults = new Faults();
        Review review = ReviewBody.read(faults, body.decision(), body.comment());
        Set<UUID> ids = ids(faults, body.proposals());
        faults.refuseIfAny();
        List<Proposal> decided = Answers.of(proposals.review(deed, VendorsHttp.path(code), ids, Faults.known(review)));
        return new Decided(decided.stream().map(ProposalView::of).toList());
    }

    private static Set<UUID> ids(Faults faults, @Nullable List<@Nullable String> texts) {
        List<@Nullable String> given = texts == null ? new ArrayList<>() : texts;
        if (given.isEmpty() || given.size() > REVIEWED_MAX) {
            faults.add("/proposals", "1 to " + REVIEWED_MAX + " proposals are decided at once");
            return Set.of();
        }
        Set<UUID> ids = new LinkedHashSet<>();
        for (int i = 0; i < given.size(); i++) {
            UUID id = faults.read("/proposals/" + i, given.get(i), UUID::fromString);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }
}

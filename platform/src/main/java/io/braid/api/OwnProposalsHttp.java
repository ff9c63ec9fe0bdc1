package io.braid.api;

import io.braid.api.ItemReading.ItemBody;
import io.braid.api.Needs.Audience;
import io.braid.journal.Deed;
import io.braid.pricing.Proposal;
import io.braid.pricing.Proposals;
import io.braid.store.ImportReport;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a vendor offers, by hand or by file; it becomes an item when the operator approves it. */
@RestController
@RequestMapping("/api/v1/vendor/proposals")
final class OwnProposalsHttp {
    private final Proposals proposals;

    OwnProposalsHttp(Proposals proposals) {
        this.proposals = proposals;
    }

    @PostMapping
    @Needs(value = "items:write", audience = Audience.VENDOR)
    ResponseEntity<ProposalView> propose(@RequestBody ItemBody body, Caller caller, Deed deed) {
        Proposal proposal = Answers.of(proposals.propose(deed, caller.vendorScope(), ItemReading.offer(body)));
        return Answers.created("/api/v1/vendor/proposals", ProposalView.of(proposal), proposal.version());
    }

    /** CSV under a header row, each line as if it were offered alone. */
    @PostMapping("/import")
    @Needs(value = "items:write", audience = Audience.VENDOR)
    @Streaming
    ImportReport proposeAll(InputStream body, Caller caller, Deed deed) {
        CsvTable table = CsvTable.open(body, ItemReading.COLUMNS);
        return proposals.proposeAll(deed, caller.vendorScope(), table.lines(ItemReading::line));
    }

    @GetMapping
    @Needs(value = "items:read", audience = Audience.VENDOR)
    Page<ProposalView> list(Caller caller, Paging paging, @RequestParam(required = false) @Nullable String state) {
        List<Proposal> rows = proposals.listProposals(
                caller.vendorScope(), ProposalView.state(state), ProposalView.after(paging), paging.fetch());
        return ProposalView.page(paging, rows);
    }

    @PostMapping("/{id}/withdrawal")
    @Needs(value = "items:write", audience = Audience.VENDOR)
    ProposalView withdraw(@PathVariable String id, Caller caller, Deed deed) {
        return ProposalView.of(Answers.of(proposals.withdraw(deed, caller.vendorScope(), Paths.id(id))));
    }
}

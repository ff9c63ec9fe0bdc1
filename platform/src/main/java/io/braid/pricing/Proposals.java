package io.braid.pricing;

import io.braid.catalog.Products;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.Outcome;
import io.braid.kernel.Sku;
import io.braid.kernel.Upc;
import io.braid.kernel.VendorCode;
import io.braid.pricing.ItemRefusal.NotYourItem;
import io.braid.pricing.ItemRefusal.UnknownUpc;
import io.braid.pricing.Proposal.State;
import io.braid.pricing.ProposalRefusal.ProposalDecided;
import io.braid.pricing.ProposalRefusal.ProposalNotFound;
import io.braid.pricing.VendorItems.Agreed;
import io.braid.store.BulkImport;
import io.braid.store.BulkImport.Verdict;
import io.braid.store.Ids;
import io.braid.store.ImportLine;
import io.braid.store.ImportReport;
import io.braid.store.Transactions;
import io.braid.store.VendorScope;
import io.braid.vendor.Review;
import io.braid.vendor.Vendor;
import io.braid.vendor.Vendors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What vendors offer: nothing of it is bought before the operator approves it, which agrees on it in the same
 * transaction. For one product and first day a vendor has one offer open; another one takes its place.
 */
public final class Proposals {
    private final ProposalStore store;
    private final ItemWriter writer;
    private final Products products;
    private final Vendors vendors;
    private final Ledger ledger;

    Proposals(ProposalStore store, ItemWriter writer, Products products, Vendors vendors, Ledger ledger) {
        this.store = store;
        this.writer = writer;
        this.products = products;
        this.vendors = vendors;
        this.ledger = ledger;
    }

    /** What every command needs besides the rows. */
    record Ledger(Journal journal, Transactions transactions) {}

    /** The products that the vendor knows by our SKUs: its items and what it offered before. */
    private Set<Sku> nameable(VendorScope scope, Set<Sku> skus) {
        return store.known(scope.vendor(), skus);
    }

    /** Makes an offer; a product named by its SKU must be known to the vendor. */
    public Outcome<Proposal> propose(Deed deed, VendorScope scope, ItemLine line) {
        return meant(scope, line).then(offer -> propose(deed, scope, offer));
    }

    private Outcome<ItemDraft> meant(VendorScope scope, ItemLine line) {
        return switch (line) {
            case ItemLine.OfSku(ItemDraft offer) ->
                nameable(scope, Set.of(offer.sku())).isEmpty()
                        ? Outcome.refused(new NotYourItem(offer.sku()))
                        : Outcome.done(offer);
            case ItemLine.OfUpc(Upc upc, var draft) -> {
                Sku sku = products.skusOf(List.of(upc)).get(upc);
                yield sku == null ? Outcome.refused(new UnknownUpc(upc)) : Outcome.done(draft.apply(sku));
            }
        };
    }

    private Outcome<Proposal> propose(Deed deed, VendorScope scope, ItemDraft offer) {
        return ledger.transactions.decide(
                () -> offer(deed, scope.vendor(), List.of(offer)).getFirst().map(Offered::proposal));
    }

    /** The same for a file of any length; see {@link BulkImport}. */
    public ImportReport proposeAll(Deed deed, VendorScope scope, Iterator<ImportLine<ItemLine>> lines) {
        return BulkImport.run(
                new ItemLines(lines, products, skus -> nameable(scope, skus)),
                ItemDraft::keys,
                chunk -> ledger.transactions.call(() -> offer(deed, scope.vendor(), chunk)).stream()
                        .map(Proposals::verdict)
                        .toList());
    }

    private record Offered(Proposal proposal, boolean isNew) {}

    private static Verdict verdict(Outcome<Offered> outcome) {
        return switch (outcome) {
            case Outcome.Refused<Offered>(var refusal) -> Verdict.refused(refusal.detail());
            case Outcome.Done<Offered>(Offered offered) -> offered.isNew() ? Verdict.CREATED : Verdict.UNCHANGED;
        };
    }

    /** No two offers may name the same product. */
    private List<Outcome<Offered>> offer(Deed deed, VendorCode vendor, List<ItemDraft> offers) {
        // Offers of one vendor are looked at one after another: two at once could contradict each other.
        store.lockOffers(vendor);
        OfferChecks checks = new OfferChecks(
                vendor,
                vendors.findVendor(vendor)
                        .map(Vendor::currency)
                        .or(() -> store.openCurrency(vendor, offers))
                        .orElse(null),
                store.holders(vendor, offers));
        List<Outcome<ItemDraft>> checked = checks.check(offers);
        List<ItemDraft> good = new ArrayList<>();
        checked.forEach(outcome -> {
            if (outcome instanceof Outcome.Done<ItemDraft>(ItemDraft offer)) {
                good.add(offer);
            }
        });
        Map<Sku, Offered> made = make(deed, vendor, good);
        return checked.stream()
                .map(outcome -> outcome.map(offer -> Optional.ofNullable(made.get(offer.sku()))
                        .orElseThrow(() -> new IllegalStateException("the offer of " + offer.sku() + " vanished"))))
                .toList();
    }

    private Map<Sku, Offered> make(Deed deed, VendorCode vendor, List<ItemDraft> offers) {
        if (offers.isEmpty()) {
            return Map.of();
        }
        List<Entry> entries = new ArrayList<>();
        store.withdrawOther(vendor, offers, deed.at())
                .forEach((id, version) -> entries.add(new Entry(
                        subject(vendor, id),
                        version,
                        "ItemProposalWithdrawn",
                        State.PROPOSED.name(),
                        State.WITHDRAWN.name(),
                        Map.of())));
        List<Proposal> wanted = offers.stream()
                .map(offer ->
                        new Proposal(Ids.newId(deed.at()), vendor, offer, State.PROPOSED, null, 1, deed.at(), null))
                .toList();
        Set<UUID> inserted = store.insertMissing(vendor, wanted, deed.at());
        Map<Sku, Offered> made = new HashMap<>();
        for (Proposal proposal : wanted) {
            if (inserted.contains(proposal.id())) {
                made.put(proposal.offer().sku(), new Offered(proposal, true));
                entries.add(entry(proposal, null, "ItemProposed"));
            }
        }
        ledger.journal.record(deed, entries);
        open(vendor, offers).forEach((sku, proposal) -> made.putIfAbsent(sku, new Offered(proposal, false)));
        return made;
    }

    private Map<Sku, Proposal> open(VendorCode vendor, List<ItemDraft> offers) {
        Map<Sku, ItemDraft> wanted =
                offers.stream().collect(Collectors.toMap(ItemDraft::sku, Function.identity(), (one, _) -> one));
        Map<Sku, Proposal> open = new HashMap<>();
        for (Proposal proposal : store.openOf(vendor, wanted.keySet())) {
            ItemDraft offer = wanted.get(proposal.offer().sku());
            if (offer != null && offer.validFrom().equals(proposal.offer().validFrom())) {
                open.put(offer.sku(), proposal);
            }
        }
        return open;
    }

    /**
     * Decides on some at once, all or none. Approving agrees on the items and prices; what cannot be agreed on refuses
     * the lot, and of two who decide at once the second is told so.
     */
    public Outcome<List<Proposal>> review(Deed deed, VendorCode vendor, Collection<UUID> ids, Review review) {
        State to = State.valueOf(review.decision().name());
        return ledger.transactions.decide(() -> decideNow(deed, vendor, new Decision(ids, to, review.comment()))
                .then(decided -> to == State.APPROVED ? agree(deed, vendor, decided) : Outcome.done(decided)));
    }

    /** Offers of one product begin on different days: the earlier one is agreed on first. */
    private Outcome<List<Proposal>> agree(Deed deed, VendorCode vendor, List<Proposal> approved) {
        List<ItemDraft> waiting = approved.stream()
                .map(Proposal::offer)
                .sorted(Comparator.comparing(ItemDraft::validFrom))
                .toList();
        while (!waiting.isEmpty()) {
            Set<Object> named = new HashSet<>();
            List<ItemDraft> now = new ArrayList<>();
            List<ItemDraft> later = new ArrayList<>();
            waiting.forEach(offer -> (offer.keys().stream().allMatch(named::add) ? now : later).add(offer));
            for (Outcome<Agreed> outcome : writer.write(deed, vendor, now)) {
                if (outcome instanceof Outcome.Refused<Agreed>(var refusal)) {
                    return Outcome.refused(refusal);
                }
            }
            waiting = List.copyOf(later);
        }
        return Outcome.done(approved);
    }

    /** The vendor takes its offer back. */
    public Outcome<Proposal> withdraw(Deed deed, VendorScope scope, UUID id) {
        return ledger.transactions.decide(
                () -> decideNow(deed, scope.vendor(), new Decision(List.of(id), State.WITHDRAWN, null))
                        .map(List::getFirst));
    }

    private record Decision(
            Collection<UUID> ids, State to, @Nullable String comment) {}

    private Outcome<List<Proposal>> decideNow(Deed deed, VendorCode vendor, Decision decision) {
        List<Proposal> locked = store.lock(vendor, decision.ids());
        Set<UUID> found = locked.stream().map(Proposal::id).collect(Collectors.toSet());
        for (UUID id : decision.ids()) {
            if (!found.contains(id)) {
                return Outcome.refused(new ProposalNotFound(id));
            }
        }
        for (Proposal proposal : locked) {
            if (proposal.state() != State.PROPOSED) {
                return Outcome.refused(new ProposalDecided(proposal.id(), proposal.state()));
            }
        }
        List<Proposal> decided = locked.stream()
                .map(proposal -> proposal.decided(decision.to(), decision.comment(), deed.at()))
                .toList();
        if (store.decide(vendor, decided, deed.at()) != decided.size()) {
            throw new IllegalStateException("proposals of " + vendor + " changed while they were locked");
        }
        String type = switch (decision.to()) {
            case APPROVED -> "ItemProposalApproved";
            case REJECTED -> "ItemProposalRejected";
            case WITHDRAWN -> "ItemProposalWithdrawn";
            case PROPOSED -> throw new IllegalArgumentException("nobody decides to leave it open");
        };
        ledger.journal.record(
                deed,
                decided.stream().map(one -> entry(one, State.PROPOSED, type)).toList());
        return Outcome.done(decided);
    }

    private static Entry entry(Proposal proposal, @Nullable State before, String type) {
        Map<String, Object> data = Map.of(
                "sku", proposal.offer().sku(),
                "unitCost", proposal.offer().unitCost(),
                "validFrom", proposal.offer().validFrom());
        return new Entry(
                subject(proposal.vendor(), proposal.id()),
                proposal.version(),
                type,
                before == null ? null : before.name(),
                proposal.state().name(),
                data);
    }

    private static Subject subject(VendorCode vendor, UUID id) {
        return Subject.of("item-proposal", vendor + "/" + id);
    }

    /** In the order they were made, behind that one; a null state is any. */
    public List<Proposal> listProposals(VendorCode vendor, @Nullable State state, UUID after, int limit) {
        return store.list(vendor, new ProposalStore.Query(state, after, limit));
    }

    /** The same for the vendor itself, behind both walls. */
    public List<Proposal> listProposals(VendorScope scope, @Nullable State state, UUID after, int limit) {
        return store.list(scope, new ProposalStore.Query(state, after, limit));
    }
}

package io.braid.vendor;

import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.Outcome;
import io.braid.kernel.VendorCode;
import io.braid.store.Transactions;
import io.braid.store.Vault;
import io.braid.store.VendorReads;
import io.braid.store.VendorScope;
import io.braid.vendor.DocumentMessage.Side;
import io.braid.vendor.DocumentRefusal.DocumentNotFound;
import io.braid.vendor.DocumentRefusal.DocumentQuotaExceeded;
import io.braid.vendor.DocumentRefusal.DocumentReviewed;
import io.braid.vendor.DocumentRefusal.ExpiryNeeded;
import io.braid.vendor.DocumentRefusal.TooManyMessages;
import io.braid.vendor.DocumentRefusal.VersionConflict;
import io.braid.vendor.DocumentStore.Dropped;
import io.braid.vendor.VendorDocument.State;
import io.braid.vendor.VendorDocument.Version;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What vendors must prove and how far that is: one document per vendor and requirement. A file is reviewed once and
 * never changed; a newer one takes the place of one that waits, and leaves an approved one in force until it is
 * approved itself. What was reviewed is kept for good and takes no room; of what never was the oldest makes way for
 * newer ones. It says nothing of who may call.
 */
public final class Documents {
    private static final long BYTES_MAX = 100 * 1_048_576L;
    private static final int SUPERSEDED_MAX = 99;
    private static final int MESSAGES_MAX = 1_000;

    private final DocumentStore store;
    private final DocumentContents contents;
    private final VendorStore vendors;
    private final VendorReads own;
    private final Vault vault;
    private final Journal journal;
    private final DocumentReminders reminders;
    private final Transactions transactions;
    private final Clock clock;

    /** The rows of documents, their bytes, the vendors they are of, how a vendor reads its own, and what seals them. */
    record Stores(
            DocumentStore documents, DocumentContents contents, VendorStore vendors, VendorReads own, Vault vault) {}

    Documents(Stores stores, Journal journal, DocumentReminders reminders, Transactions transactions, Clock clock) {
        this.store = stores.documents();
        this.contents = stores.contents();
        this.vendors = stores.vendors();
        this.own = stores.own();
        this.vault = stores.vault();
        this.journal = journal;
        this.reminders = reminders;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What vendors are asked for. */
    public DocumentSet documentSet() {
        return new DocumentSet(store.requirements(), store.versionOfSet());
    }

    /** Asks for these from now on, in this order; what is left out is kept where it was sent, and asked for no more. */
    public Outcome<DocumentSet> configure(
            Deed deed, List<DocumentRequirement> requirements, OptionalInt expectedVersion) {
        return transactions.decide(() -> {
            int current = store.versionOfSet();
            int expected = expectedVersion.orElse(current);
            if (expected != current || !store.replaceSet(requirements, current)) {
                return Outcome.refused(new VersionConflict(expected, store.versionOfSet()));
            }
            Map<String, Object> data = Map.of(
                    "requirements",
                    requirements.stream()
                            .map(one -> Map.of("code", one.code(), "required", one.required()))
                            .toList());
            Subject subject = Subject.of("document-set", "vendors");
            journal.record(deed, List.of(new Entry(subject, current + 1, "DocumentSetChanged", null, null, data)));
            return Outcome.done(new DocumentSet(requirements, current + 1));
        });
    }

    public List<VendorDocument> listDocuments(VendorCode vendor) {
        return store.documents(vendor);
    }

    public Optional<VendorDocument> findDocument(VendorCode vendor, String requirement) {
        return store.find(new DocumentKey(vendor, requirement));
    }

    /** The same for the vendor itself, behind both walls. */
    public List<VendorDocument> listDocuments(VendorScope scope) {
        return own.as(scope, jdbc -> new DocumentStore(jdbc).documents(scope.vendor()));
    }

    /** Those that wait for a review, of all vendors, behind that one; each with the version that waits alone. */
    public List<VendorDocument> listInReview(String afterVendor, String afterRequirement, int limit) {
        return store.inReview(afterVendor, afterRequirement, limit);
    }

    /** The bytes of a version, part by part from 0 on. */
    public Optional<byte[]> part(VendorCode vendor, String requirement, int number, int part) {
        return contents.part(new DocumentContents.Key(vendor, requirement, number), part);
    }

    /** The same for the vendor itself, behind both walls. */
    public Optional<byte[]> part(VendorScope scope, String requirement, int number, int part) {
        DocumentContents.Key key = new DocumentContents.Key(scope.vendor(), requirement, number);
        return own.as(scope, jdbc -> new DocumentContentStore(jdbc, vault).part(key, part));
    }

    /** A document after a file came in, and whether the file was new. */
    public record Taken(VendorDocument document, Novelty novelty) {}

    /** Whether something was known before. */
    public enum Novelty {
        NEW,
        REPEATED
    }

    /** Takes a file in. The very file that waits or was approved last is known already: nothing changes. */
    public Outcome<Taken> upload(Deed deed, VendorCode vendor, Upload upload) {
        return transactions.decide(() -> {
            Optional<DocumentRequirement> requirement = documentSet().find(upload.requirement());
            if (requirement.isEmpty()) {
                return Outcome.refused(new DocumentNotFound(vendor, upload.requirement()));
            }
            LocalDate end = upload.expiresOn();
            if (end == null ? requirement.get().expires() : end.isBefore(today())) {
                return Outcome.refused(new ExpiryNeeded(upload.requirement(), end));
            }
            return keep(deed, new DocumentKey(vendor, upload.requirement()), upload);
        });
    }

    private Outcome<Taken> keep(Deed deed, DocumentKey key, Upload upload) {
        // The vendor's lock makes the versions' numbers and the room left one upload's at a time.
        vendors.lock(key.vendor());
        boolean first = store.insertDocument(key, deed.at());
        int version = store.lock(key).orElseThrow();
        Optional<Version> latest = store.find(key).map(VendorDocument::latest);
        if (latest.filter(known -> repeats(known, upload)).isPresent()) {
            return Outcome.done(new Taken(store.find(key).orElseThrow(), Novelty.REPEATED));
        }
        int number = latest.map(Version::number).orElse(0) + 1;
        DocumentFile file = upload.file();
        store.supersede(key);
        store.insertVersion(key, version(number, upload, deed));
        contents.keep(new DocumentContents.Key(key.vendor(), key.requirement(), number), file.content());
        if (!first) {
            store.bump(key);
        }
        Map<String, Object> data = Map.of("number", number, "sha256", file.sha256(), "kind", file.kind());
        State before = latest.map(Version::state).orElse(null);
        note(deed, key, first ? 1 : version + 1, new DocumentTold("DocumentSubmitted", before, State.SUBMITTED, data));
        makeRoom(deed, key);
        return store.bytesUnreviewed(key.vendor()) > BYTES_MAX
                ? Outcome.refused(new DocumentQuotaExceeded(BYTES_MAX))
                : Outcome.done(new Taken(store.find(key).orElseThrow(), Novelty.NEW));
    }

    /** What nobody reviewed and nobody will makes way; what was reviewed, or waits for it, is kept. */
    private void makeRoom(Deed deed, DocumentKey key) {
        long excess = store.bytesUnreviewed(key.vendor()) - BYTES_MAX;
        for (Dropped dropped : store.makeRoom(key, excess, SUPERSEDED_MAX)) {
            store.bump(dropped.key());
            int version = store.lock(dropped.key()).orElseThrow();
            Map<String, Object> data = Map.of("numbers", dropped.numbers());
            State state = stateOf(dropped.key());
            note(deed, dropped.key(), version, DocumentTold.within(state, "DocumentVersionsDropped", data));
        }
    }

    private static boolean repeats(Version known, Upload upload) {
        return (known.state() == State.SUBMITTED || known.state() == State.APPROVED)
                && known.sha256().equals(upload.file().sha256())
                && Objects.equals(known.expiresOn(), upload.expiresOn());
    }

    private static Version version(int number, Upload upload, Deed deed) {
        DocumentFile file = upload.file();
        return new Version(
                number,
                file.name(),
                file.kind(),
                file.content().length,
                file.sha256(),
                upload.expiresOn(),
                deed.at(),
                State.SUBMITTED,
                null,
                null);
    }

    /** The operator's word on a version, once: of two who decide at once the second is told so. */
    public Outcome<VendorDocument> review(Deed deed, Reviewed what, Review review) {
        DocumentKey key = new DocumentKey(what.vendor(), what.requirement());
        return transactions.decide(() -> {
            Optional<Integer> version = store.lock(key);
            if (version.isEmpty()) {
                return Outcome.refused(new DocumentNotFound(key.vendor(), key.requirement()));
            }
            VendorDocument document = store.find(key).orElseThrow();
            int number = what.number().orElse(document.latest().number());
            Optional<Version> known = document.versions().stream()
                    .filter(one -> one.number() == number)
                    .findFirst();
            if (known.isEmpty()) {
                return Outcome.refused(new DocumentNotFound(key.vendor(), key.requirement()));
            }
            if (!store.decide(key, number, review, deed.at())) {
                return Outcome.refused(new DocumentReviewed(
                        key.requirement(), number, known.get().state()));
            }
            store.bump(key);
            State to = State.valueOf(review.decision().name());
            String type = to == State.APPROVED ? "DocumentApproved" : "DocumentRejected";
            note(deed, key, version.get() + 1, new DocumentTold(type, State.SUBMITTED, to, Map.of("number", number)));
            return Outcome.done(store.find(key).orElseThrow());
        });
    }

    /**
     * Which version of which document somebody speaks about.
     *
     * @param number the version that was looked at; empty takes the latest
     */
    public record Reviewed(VendorCode vendor, String requirement, OptionalInt number) {}

    public List<DocumentMessage> listMessages(VendorCode vendor, String requirement, int after, int limit) {
        return store.messages(new DocumentKey(vendor, requirement), after, limit);
    }

    /** The same for the vendor itself, behind both walls. */
    public List<DocumentMessage> listMessages(VendorScope scope, String requirement, int after, int limit) {
        return own.as(
                scope,
                jdbc -> new DocumentStore(jdbc).messages(new DocumentKey(scope.vendor(), requirement), after, limit));
    }

    /** Adds to the conversation about a document that was sent. What was said stays out of the journal. */
    public Outcome<DocumentMessage> say(Deed deed, Reviewed about, Side side, String text) {
        DocumentKey key = new DocumentKey(about.vendor(), about.requirement());
        return transactions.decide(() -> {
            Optional<Integer> version = store.lock(key);
            if (version.isEmpty()) {
                return Outcome.refused(new DocumentNotFound(key.vendor(), key.requirement()));
            }
            int number = store.say(key, side, text, deed.at());
            if (number > MESSAGES_MAX) {
                return Outcome.refused(new TooManyMessages(MESSAGES_MAX));
            }
            store.bump(key);
            Map<String, Object> data = Map.of("message", number, "side", side);
            note(deed, key, version.get() + 1, DocumentTold.within(stateOf(key), "DocumentDiscussed", data));
            return Outcome.done(new DocumentMessage(number, side, deed.at(), text));
        });
    }

    /**
     * Tells of documents whose end is near or past, each once: the journal, and so an event, and the vendor's people by
     * mail, all with one commit.
     */
    public int remind(Deed deed) {
        return transactions.call(() -> {
            List<DocumentStore.Expiry> due = store.remind(today());
            journal.record(deed, due.stream().map(DocumentTold::of).toList());
            reminders.post(deed.at(), due);
            return due.size();
        });
    }

    /** The onboarding step that all documents together are. */
    OnboardingStep step(VendorCode vendor) {
        return DocumentProgress.of(documentSet(), store.documents(vendor), store.unmet(vendor, today()));
    }

    private State stateOf(DocumentKey key) {
        return store.find(key).orElseThrow().latest().state();
    }

    private void note(Deed deed, DocumentKey key, int version, DocumentTold told) {
        journal.record(deed, List.of(told.entry(key, version)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}

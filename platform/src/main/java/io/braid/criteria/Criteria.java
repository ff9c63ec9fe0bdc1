package io.braid.criteria;

import io.braid.criteria.CriteriaRefusal.DefinitionInUse;
import io.braid.criteria.CriteriaRefusal.NoSuchAttribute;
import io.braid.criteria.CriteriaRefusal.TooManyDefinitions;
import io.braid.criteria.CriteriaRefusal.VersionConflict;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.Outcome;
import io.braid.routing.Lexicon;
import io.braid.store.Transactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Everything operators define for rules. Definitions are read by their revision, which is asked of the database every
 * time; only what a revision says, which never changes, is kept in memory. What a ruling strategy names is not changed
 * under it: routing changes by promotions alone.
 */
public final class Criteria {
    static final int DEFINITIONS_MAX = 500;

    private final DefinitionStore store;
    private final Journal journal;
    private final Transactions transactions;
    private final Dependents dependents;
    private final Expressions expressions = new Expressions();
    private final AtomicReference<@Nullable Defined> latest = new AtomicReference<>();

    Criteria(DefinitionStore store, Journal journal, Transactions transactions, Dependents dependents) {
        this.store = store;
        this.journal = journal;
        this.transactions = transactions;
        this.dependents = dependents;
    }

    /** All definitions at one revision; the same revision is always the same object's content. */
    public record Defined(long revision, Lexicon lexicon, Map<String, CriteriaTable> tables) {}

    /** The definitions as they are now. */
    public Defined defined() {
        return defined(store.revision());
    }

    /** The same, held unchanged until the caller's transaction ends: for who is about to rely on them. */
    public Defined hold() {
        return defined(store.holdRevision());
    }

    private Defined defined(long revision) {
        Defined known = latest.get();
        if (known != null && known.revision() == revision) {
            return known;
        }
        Defined read = read(revision);
        latest.set(read);
        return read;
    }

    private Defined read(long revision) {
        List<Lexicon.Term> terms = new ArrayList<>();
        Map<String, CriteriaTable> tables = new HashMap<>();
        for (CriteriaTable table : store.tables("", DEFINITIONS_MAX)) {
            terms.add(table.term());
            tables.put(table.name(), table);
        }
        for (ComputedAttribute attribute : store.attributes("", DEFINITIONS_MAX)) {
            // Compiled before it was stored; a field that a later version dropped makes it no word any more.
            switch (expressions.compile(attribute.expression())) {
                case Outcome.Done<Expressions.Compiled>(Expressions.Compiled compiled) ->
                    terms.add(term(attribute.name(), compiled, attribute.meaning()));
                case Outcome.Refused<Expressions.Compiled> refused -> {}
            }
        }
        return new Defined(revision, new Lexicon(terms), Map.copyOf(tables));
    }

    private static Lexicon.Computed term(String name, Expressions.Compiled compiled, String meaning) {
        return new Lexicon.Computed(name, compiled.kind(), compiled.reads(), compiled.formula(), meaning);
    }

    public Optional<ComputedAttribute> findAttribute(String name) {
        return store.attribute(name);
    }

    /** In order of name, behind that one. */
    public List<ComputedAttribute> listAttributes(String after, int limit) {
        return store.attributes(after, limit);
    }

    /** What somebody wants an attribute to be. */
    public record AttributeDraft(String name, String expression, String meaning) {}

    /** Stores an attribute, new or changed, if its expression compiles and is not one that a ruling strategy names. */
    public Outcome<ComputedAttribute> define(Deed deed, AttributeDraft draft, OptionalInt expectedVersion) {
        return expressions
                .compile(draft.expression())
                .then(compiled -> transactions.decide(() -> {
                    store.raiseRevision();
                    Optional<ComputedAttribute> before = store.attribute(draft.name());
                    int version = before.map(ComputedAttribute::version).orElse(0);
                    if (expectedVersion.orElse(version) != version) {
                        return Outcome.refused(new VersionConflict(draft.name(), version));
                    }
                    if (before.isPresent() && same(before.get(), draft)) {
                        return Outcome.done(before.get());
                    }
                    if (before.isEmpty()
                            && store.attributes("", DEFINITIONS_MAX).size() == DEFINITIONS_MAX) {
                        return Outcome.refused(new TooManyDefinitions(DEFINITIONS_MAX));
                    }
                    boolean sameValue =
                            before.isPresent() && before.get().expression().equals(draft.expression());
                    return (sameValue ? Outcome.done(draft.name()) : unused("computed." + draft.name()))
                            .map(sound -> write(deed, draft, compiled.kind()));
                }));
    }

    private static boolean same(ComputedAttribute one, AttributeDraft other) {
        return one.expression().equals(other.expression()) && one.meaning().equals(other.meaning());
    }

    private ComputedAttribute write(Deed deed, AttributeDraft draft, Lexicon.Kind kind) {
        ComputedAttribute written = store.defineAttribute(draft, kind, deed.at());
        Map<String, Object> facts =
                Map.of("expression", written.expression(), "kind", kind.name(), "meaning", written.meaning());
        record(deed, subject(written.name()), written.version(), "ComputedAttributeDefined", facts);
        return written;
    }

    public Outcome<ComputedAttribute> removeAttribute(Deed deed, String name) {
        return transactions.decide(() -> {
            store.raiseRevision();
            Optional<ComputedAttribute> found = store.attribute(name);
            if (found.isEmpty()) {
                return Outcome.refused(new NoSuchAttribute(name));
            }
            return unused("computed." + name).map(sound -> {
                store.removeAttribute(name, deed.at());
                int version = found.get().version() + 1;
                record(deed, subject(name), version, "ComputedAttributeRemoved", Map.of());
                return found.get();
            });
        });
    }

    /** Whether no strategy that rules, or would after a rollback, names this field. */
    Outcome<String> unused(String field) {
        List<String> users = dependents.usersOf(field);
        return users.isEmpty() ? Outcome.done(field) : Outcome.refused(new DefinitionInUse(field, users));
    }

    private void record(Deed deed, Subject subject, int version, String type, Map<String, Object> facts) {
        journal.record(deed, List.of(new Entry(subject, version, type, null, null, facts)));
    }

    private static Subject subject(String attribute) {
        return Subject.of("computed-attribute", attribute);
    }
}

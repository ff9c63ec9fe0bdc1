package io.braid.sourcing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.braid.criteria.Criteria;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.kernel.Fault;
import io.braid.kernel.Outcome;
import io.braid.location.Locations;
import io.braid.routing.Finding;
import io.braid.routing.Lexicon;
import io.braid.routing.Reading;
import io.braid.routing.Strategy;
import io.braid.store.Json;
import io.braid.store.Transactions;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Strategy documents and which of them is live. Which one rules is read from the database with every batch of orders,
 * so a promotion holds for the very next order on every instance; only compiled documents, which never change, are
 * kept in memory.
 */
public final class Strategies {
    private final StrategyStore store;
    private final DecisionStore decisions;
    private final Promoting promoting;
    private final Journal journal;
    private final Transactions transactions;
    private final Criteria criteria;
    private final OpenWords openWords;
    private final Cache<Compiled, Strategy> compiled =
            Caffeine.newBuilder().maximumSize(100).build();

    Strategies(
            StrategyStore store,
            DecisionStore decisions,
            Journal journal,
            Transactions transactions,
            Nameable nameable) {
        this.store = store;
        this.decisions = decisions;
        this.promoting = new Promoting(store, journal);
        this.journal = journal;
        this.transactions = transactions;
        this.criteria = nameable.criteria();
        this.openWords = new OpenWords(nameable.locations());
    }

    /** What documents may name. */
    record Nameable(Criteria criteria, Locations locations) {}

    /** A stored document, which never changes, with the definitions of one moment; 0 for one that needs none. */
    private record Compiled(UUID id, long revision) {}

    /** Who rules whom at this moment, as the database has it: nobody keeps it in memory. */
    Ruling ruling() {
        LiveStrategy live = null;
        LiveStrategy trial = null;
        double share = 0;
        for (StrategyStore.Ruler ruler : store.rulers()) {
            LiveStrategy one = new LiveStrategy(ruler.id(), ruler.version(), compiled(ruler.id()));
            if (ruler.share() == null) {
                live = one;
            } else {
                trial = one;
                share = ruler.share();
            }
        }
        if (live == null) {
            throw noneLive();
        }
        return new Ruling(live, trial, share);
    }

    /** Who rules an order that this strategy placed: the trial for its own while it lasts, else the live one. */
    LiveStrategy ruling(@Nullable UUID placedBy) {
        return ruling().since(placedBy);
    }

    /** The strategy that is live at this moment. */
    public StoredStrategy liveNow() {
        UUID live = store.live().orElseThrow(Strategies::noneLive).id();
        return store.find(live).orElseThrow();
    }

    /** The share of the orders that a strategy on trial has now; 0 without one. */
    public BigDecimal shareOnTrial() {
        return store.rulers().stream()
                .filter(ruler -> ruler.share() != null)
                .map(ruler -> BigDecimal.valueOf(ruler.share()))
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private static IllegalStateException noneLive() {
        return new IllegalStateException("no strategy is live. Maybe the first start was broken off: POST"
                + " /api/v1/routing/strategies and promote it.");
    }

    /** Definitions are asked for only by a strategy that names some. */
    private Strategy compiled(UUID id) {
        Strategy plain = compiled.getIfPresent(new Compiled(id, 0));
        if (plain != null) {
            return plain;
        }
        Criteria.Defined defined = criteria.defined();
        Strategy strategy = compiled.get(new Compiled(id, defined.revision()), one -> compile(one.id(), defined));
        if (strategy.fields().stream().noneMatch(Lexicon::isDefined)) {
            compiled.put(new Compiled(id, 0), strategy);
        }
        return strategy;
    }

    /** What it names may have gone since it was stored; from here on until the commit nothing it names can go. */
    private Outcome<StoredStrategy> readable(StoredStrategy ruling) {
        return switch (Strategy.read(
                Json.readMap(ruling.document()), criteria.hold().lexicon())) {
            case Reading.Accepted accepted -> Outcome.done(ruling);
            case Reading.Refused(List<Finding> findings) ->
                Outcome.refused(new StrategyRefusal.NoLongerReads(ruling.name(), ruling.version(), faults(findings)));
        };
    }

    private Strategy compile(UUID id, Criteria.Defined defined) {
        StoredStrategy stored = store.find(id).orElseThrow();
        return switch (Strategy.read(Json.readMap(stored.document()), defined.lexicon())) {
            case Reading.Accepted(Strategy strategy, List<Finding> warnings) -> strategy;
            case Reading.Refused(List<Finding> findings) ->
                throw new IllegalStateException(
                        "stored strategy " + stored.name() + " v" + stored.version() + " no longer reads: " + findings);
        };
    }

    /** A stored document with what is odd about it. */
    public record Drafted(StoredStrategy strategy, List<Fault> warnings) {}

    /** Compiles a document without storing it. */
    public Outcome<Strategy> read(Map<String, Object> document) {
        List<Fault> mistyped = ClosedWords.faultsOf(document);
        if (!mistyped.isEmpty()) {
            return Outcome.refused(new StrategyRefusal.InvalidStrategy(mistyped));
        }
        return switch (Strategy.read(document, criteria.defined().lexicon())) {
            case Reading.Accepted(Strategy strategy, List<Finding> warnings) -> Outcome.done(strategy);
            case Reading.Refused(List<Finding> findings) ->
                Outcome.refused(new StrategyRefusal.InvalidStrategy(faults(findings)));
        };
    }

    /** Stores a document as the next version of its name. */
    public Outcome<Drafted> draft(Deed deed, Map<String, Object> document) {
        List<Fault> mistyped = ClosedWords.faultsOf(document);
        return switch (Strategy.read(document, criteria.defined().lexicon())) {
            case Reading.Refused(List<Finding> findings) ->
                Outcome.refused(new StrategyRefusal.InvalidStrategy(faults(findings)));
            case Reading.Accepted accepted
            when !mistyped.isEmpty() -> Outcome.refused(new StrategyRefusal.InvalidStrategy(mistyped));
            case Reading.Accepted(Strategy strategy, List<Finding> warnings) ->
                Outcome.done(new Drafted(
                        insert(deed, strategy.name(), Json.write(document)),
                        Stream.concat(faults(warnings).stream(), openWords.warningsOf(document).stream())
                                .toList()));
        };
    }

    private StoredStrategy insert(Deed deed, String name, String document) {
        return transactions.call(() -> {
            store.serialise();
            StoredStrategy stored = store.insert(deed, name, document);
            journal.record(
                    deed,
                    List.of(new Entry(
                            Promoting.subject(stored.standing()),
                            1,
                            "StrategyDrafted",
                            null,
                            "DRAFT",
                            Map.of("document", document))));
            return stored;
        });
    }

    /** Makes a strategy the live one, from the next order on; a trial ends with it. */
    public Outcome<StoredStrategy> promote(Deed deed, UUID id, OptionalInt expected) {
        return transactions.decide(
                () -> promoting.promote(new Promoting.Wish(deed, id, expected)).then(this::readable));
    }

    /** Gives a strategy that is not live this share of the orders, from the next one on; above 0 and below 1. */
    public Outcome<StoredStrategy> share(Deed deed, UUID id, OptionalInt expected, BigDecimal share) {
        return transactions.decide(() ->
                promoting.share(new Promoting.Wish(deed, id, expected), share).then(this::readable));
    }

    /** Takes the share back. */
    public Outcome<StoredStrategy> endShare(Deed deed, UUID id, OptionalInt expected) {
        return transactions.decide(() -> promoting.end(new Promoting.Wish(deed, id, expected)));
    }

    /**
     * Undoes what was done last: a trial ends, or else the strategy that was live before is live again. Done once more,
     * it goes back one more.
     *
     * @param ruling the strategy whose trial or reign is to end; null for whichever it is
     * @param expected that strategy's row version
     */
    public Outcome<StoredStrategy> rollBack(Deed deed, @Nullable UUID ruling, OptionalInt expected) {
        return transactions.decide(() ->
                promoting.rollBack(new Promoting.Undo(deed, ruling, expected)).then(this::readable));
    }

    /** Removes a draft that never was live and never had a share; its number is not used again. */
    public Outcome<StoredStrategy.Standing> remove(Deed deed, UUID id, OptionalInt expected) {
        return transactions.decide(() -> promoting.remove(new Promoting.Wish(deed, id, expected)));
    }

    /** How the orders on both sides of a trial fare since it began; asked of the strategy on trial. */
    public Outcome<Comparison> compare(UUID id) {
        Optional<StoredStrategy> stored = store.find(id);
        if (stored.isEmpty()) {
            return Outcome.refused(new StrategyRefusal.NoSuchStrategy());
        }
        StoredStrategy.Trial trial = stored.get().standing().trial();
        if (trial == null) {
            return Outcome.refused(new StrategyRefusal.NotOnTrial(
                    stored.get().name(), stored.get().version()));
        }
        UUID live = liveNow().id();
        Map<UUID, Comparison.Side> sides = new HashMap<>();
        decisions.sides(List.of(live, id), trial.since()).forEach(side -> sides.put(side.strategy(), side));
        return Outcome.done(new Comparison(
                trial.since(),
                trial.share().doubleValue(),
                sides.getOrDefault(live, Comparison.Side.none(live)),
                sides.getOrDefault(id, Comparison.Side.none(id))));
    }

    public Optional<StoredStrategy> findStrategy(UUID id) {
        return store.find(id);
    }

    /**
     * Which strategies to list, by name and version, behind a given one ({@code ("", 0)} for the first page).
     *
     * @param state null for all but those that were removed
     */
    public record Listing(
            @Nullable String name,
            StoredStrategy.@Nullable State state,
            String afterName,
            int afterVersion,
            int limit) {}

    public List<StoredStrategy.Standing> listStrategies(Listing wanted) {
        return store.list(wanted);
    }

    /** What was live when, newest first, before that one. */
    public List<Reigned> listReigns(int beforeSeq, int limit) {
        return store.reigns(beforeSeq, limit);
    }

    /** On the first start the built-in strategy goes live, so that an order can be placed at once. */
    void ensureLive(Deed deed, Map<String, Object> builtIn) {
        if (store.live().isPresent()) {
            return;
        }
        transactions.run(() -> {
            store.serialise();
            if (store.live().isEmpty()) {
                Drafted drafted = draft(deed, builtIn).orThrow();
                promote(deed, drafted.strategy().id(), OptionalInt.empty()).orThrow();
            }
        });
    }

    private static List<Fault> faults(List<Finding> findings) {
        return findings.stream().map(f -> new Fault(f.pointer(), f.text())).toList();
    }
}

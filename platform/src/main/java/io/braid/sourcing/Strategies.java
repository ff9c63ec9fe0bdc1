package io.braid.sourcing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.braid.criteria.Criteria;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.Fault;
import io.braid.kernel.Outcome;
import io.braid.routing.Finding;
import io.braid.routing.Lexicon;
import io.braid.routing.Reading;
import io.braid.routing.Strategy;
import io.braid.store.Json;
import io.braid.store.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;

/**
 * Strategy documents and which of them is live. Which one rules is read from the database with every batch of orders,
 * so a promotion holds for the very next order on every instance; only compiled documents, which never change, are
 * kept in memory.
 */
public final class Strategies {
    /** A second operator promoting or storing at the same moment makes us look again; three times is plenty. */
    private static final int TRIES_MAX = 3;

    private final StrategyStore store;
    private final Journal journal;
    private final Transactions transactions;
    private final Criteria criteria;
    private final Cache<Compiled, Strategy> compiled =
            Caffeine.newBuilder().maximumSize(100).build();

    Strategies(StrategyStore store, Journal journal, Transactions transactions, Criteria criteria) {
        this.store = store;
        this.journal = journal;
        this.transactions = transactions;
        this.criteria = criteria;
    }

    /** A stored document, which never changes, with the definitions of one moment; 0 for one that needs none. */
    private record Compiled(UUID id, long revision) {}

    LiveStrategy live() {
        StrategyStore.Live live = store.live()
                .orElseThrow(() -> new IllegalStateException("no strategy is live. Maybe the first start was broken"
                        + " off: POST /api/v1/routing/strategies and promote it."));
        return new LiveStrategy(live.id(), live.version(), compiled(live.id()));
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
        return switch (Strategy.read(document, criteria.defined().lexicon())) {
            case Reading.Accepted(Strategy strategy, List<Finding> warnings) -> Outcome.done(strategy);
            case Reading.Refused(List<Finding> findings) ->
                Outcome.refused(new StrategyRefusal.InvalidStrategy(faults(findings)));
        };
    }

    /** Stores a document as the next version of its name. */
    public Outcome<Drafted> draft(Deed deed, Map<String, Object> document) {
        return switch (Strategy.read(document, criteria.defined().lexicon())) {
            case Reading.Refused(List<Finding> findings) ->
                Outcome.refused(new StrategyRefusal.InvalidStrategy(faults(findings)));
            case Reading.Accepted(Strategy strategy, List<Finding> warnings) ->
                Outcome.done(new Drafted(
                        again(() -> insert(deed, strategy.name(), Json.write(document))), faults(warnings)));
        };
    }

    private StoredStrategy insert(Deed deed, String name, String document) {
        return transactions.call(() -> {
            StoredStrategy stored = store.insert(deed, name, document);
            journal.record(
                    deed,
                    List.of(new Entry(
                            subject(stored), 1, "StrategyDrafted", null, "DRAFT", Map.of("document", document))));
            return stored;
        });
    }

    /** Makes a strategy the live one, from the next order on. */
    public Outcome<StoredStrategy> promote(Deed deed, UUID id) {
        return again(() -> transactions.decide(() -> promoteLocked(deed, id)));
    }

    /** Makes the strategy live that was live before. */
    public Outcome<StoredStrategy> rollBack(Deed deed) {
        return again(() -> transactions.decide(() -> store.lastRetired()
                .map(id -> promoteLocked(deed, id))
                .orElseGet(() -> Outcome.refused(new StrategyRefusal.NothingToRollBackTo()))));
    }

    private Outcome<StoredStrategy> promoteLocked(Deed deed, UUID id) {
        List<StoredStrategy> concerned = store.lockLiveAnd(id);
        Optional<StoredStrategy> chosen =
                concerned.stream().filter(s -> s.id().equals(id)).findFirst();
        if (chosen.isEmpty()) {
            return Outcome.refused(new StrategyRefusal.NoSuchStrategy());
        }
        if (chosen.get().state() == StoredStrategy.State.LIVE) {
            return Outcome.done(chosen.get());
        }
        // What it names may have gone since it was stored; from here on until the commit nothing it names can go.
        if (Strategy.read(Json.readMap(chosen.get().document()), criteria.hold().lexicon())
                instanceof Reading.Refused(List<Finding> findings)) {
            return Outcome.refused(new StrategyRefusal.InvalidStrategy(faults(findings)));
        }
        List<Entry> entries = new ArrayList<>();
        for (StoredStrategy ruling : concerned) {
            if (ruling.state() == StoredStrategy.State.LIVE) {
                store.enter(deed, ruling, StoredStrategy.State.RETIRED);
                entries.add(moved(ruling, "StrategyRetired", StoredStrategy.State.RETIRED));
            }
        }
        store.enter(deed, chosen.get(), StoredStrategy.State.LIVE);
        entries.add(moved(chosen.get(), "StrategyPromoted", StoredStrategy.State.LIVE));
        journal.record(deed, entries);
        return Outcome.done(store.find(id).orElseThrow());
    }

    private static Entry moved(StoredStrategy strategy, String type, StoredStrategy.State to) {
        return new Entry(
                subject(strategy),
                strategy.rowVersion() + 1,
                type,
                strategy.state().name(),
                to.name(),
                Map.of());
    }

    private static Subject subject(StoredStrategy strategy) {
        return Subject.of("strategy", strategy.name() + "/" + strategy.version());
    }

    public Optional<StoredStrategy> findStrategy(UUID id) {
        return store.find(id);
    }

    /** By name and version, behind a given one ({@code ("", 0)} for the first page). */
    public List<StoredStrategy> listStrategies(String afterName, int afterVersion, int limit) {
        return store.list(afterName, afterVersion, limit);
    }

    /** On the first start the built-in strategy goes live, so that an order can be placed at once. */
    void ensureLive(Deed deed, Map<String, Object> builtIn) {
        if (store.live().isEmpty()) {
            Drafted drafted = draft(deed, builtIn).orThrow();
            promote(deed, drafted.strategy().id()).orThrow();
        }
    }

    private static <T> T again(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (DuplicateKeyException overtaken) {
                if (attempt == TRIES_MAX) {
                    throw overtaken;
                }
            }
        }
    }

    private static List<Fault> faults(List<Finding> findings) {
        return findings.stream().map(f -> new Fault(f.pointer(), f.text())).toList();
    }
}

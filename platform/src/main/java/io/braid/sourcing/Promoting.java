package io.braid.sourcing;

import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.Outcome;
import io.braid.sourcing.StoredStrategy.Standing;
import io.braid.sourcing.StoredStrategy.State;
import io.braid.sourcing.StoredStrategy.Trial;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who rules, changed within the caller's transaction: one strategy live, at most one other with a share. Whoever
 * changes it does so alone, so two operators at once come one after the other and the second sees what the first did.
 * Every strategy that becomes live begins a reign, and a rollback goes back along the reigns. Each change of a
 * strategy is one entry of its journal and one of its row version.
 */
final class Promoting {
    private final StrategyStore store;
    private final Journal journal;

    Promoting(StrategyStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    /** Whose standing is to change, and the row version the operator saw. */
    record Wish(Deed deed, UUID id, OptionalInt expected) {}

    private List<Standing> alone(UUID id) {
        store.serialise();
        return store.rulingAnd(id);
    }

    /** Makes it live; whoever was live retires, and a trial ends. */
    Outcome<StoredStrategy> promote(Wish wish) {
        return promote(wish, null);
    }

    private Outcome<StoredStrategy> promote(Wish wish, StrategyStore.@Nullable Reign again) {
        List<Standing> concerned = alone(wish.id());
        return chosen(concerned, wish).map(chosen -> {
            if (chosen.state() != State.LIVE) {
                List<Entry> entries = new ArrayList<>();
                for (Standing ruling : concerned) {
                    if (ruling.state() == State.LIVE) {
                        entries.add(move(wish.deed(), ruling, State.RETIRED, "StrategyRetired"));
                    } else if (ruling.trial() != null && !ruling.id().equals(chosen.id())) {
                        entries.add(shared(ruling, null));
                    }
                }
                entries.add(move(wish.deed(), chosen, State.LIVE, "StrategyPromoted"));
                store.reign(wish.deed(), chosen.id(), again);
                journal.record(wish.deed(), entries);
            }
            return store.find(chosen.id()).orElseThrow();
        });
    }

    /** Gives it a share, or another one than it has. */
    Outcome<StoredStrategy> share(Wish wish, BigDecimal share) {
        List<Standing> concerned = alone(wish.id());
        return chosen(concerned, wish).then(chosen -> {
            if (chosen.state() == State.LIVE) {
                return Outcome.refused(new StrategyRefusal.AlreadyLive(chosen.name(), chosen.version()));
            }
            for (Standing other : concerned) {
                if (other.trial() != null && !other.id().equals(chosen.id())) {
                    return Outcome.refused(new StrategyRefusal.AnotherOnTrial(other.name(), other.version()));
                }
            }
            Trial before = chosen.trial();
            if (before == null || before.share().compareTo(share) != 0) {
                Trial trial = new Trial(share, before == null ? wish.deed().at() : before.since());
                journal.record(wish.deed(), List.of(shared(chosen, trial)));
            }
            return Outcome.done(store.find(chosen.id()).orElseThrow());
        });
    }

    /** Takes its share back: every order is the live strategy's again. */
    Outcome<StoredStrategy> end(Wish wish) {
        List<Standing> concerned = alone(wish.id());
        return chosen(concerned, wish).then(chosen -> {
            if (chosen.trial() == null) {
                return Outcome.refused(new StrategyRefusal.NotOnTrial(chosen.name(), chosen.version()));
            }
            journal.record(wish.deed(), List.of(shared(chosen, null)));
            return Outcome.done(store.find(chosen.id()).orElseThrow());
        });
    }

    /**
     * What is to be undone.
     *
     * @param ruling whose share or reign the operator wants ended; null for whichever it is
     * @param expected the row version of that strategy
     */
    record Undo(Deed deed, @Nullable UUID ruling, OptionalInt expected) {}

    /** A trial ends, or else the strategy that was live before the one of now is live again, and so on back. */
    Outcome<StoredStrategy> rollBack(Undo undo) {
        store.serialise();
        Optional<UUID> trial = store.trial();
        UUID live = store.live().orElseThrow().id();
        Wish last = new Wish(undo.deed(), trial.orElse(live), undo.expected());
        return chosen(store.rulingAnd(last.id()), last).then(ruling -> {
            if (undo.ruling() != null && !undo.ruling().equals(ruling.id())) {
                return Outcome.refused(new StrategyRefusal.RuledByAnother(ruling.name(), ruling.version()));
            }
            if (trial.isPresent()) {
                return end(last).map(ended -> store.find(live).orElseThrow());
            }
            return store.before()
                    .map(before -> promote(new Wish(undo.deed(), before.strategy(), OptionalInt.empty()), before))
                    .orElseGet(() -> Outcome.refused(new StrategyRefusal.NothingToRollBackTo()));
        });
    }

    /** Removes a draft that never ruled an order. */
    Outcome<Standing> remove(Wish wish) {
        return chosen(alone(wish.id()), wish).then(chosen -> {
            if (chosen.rowVersion() > 1) {
                return Outcome.refused(new StrategyRefusal.HasRuled(chosen.name(), chosen.version()));
            }
            store.remove(chosen.id());
            journal.record(wish.deed(), List.of(entry(chosen, "StrategyRemoved", State.REMOVED, Map.of())));
            return Outcome.done(chosen);
        });
    }

    private static Outcome<Standing> chosen(List<Standing> concerned, Wish wish) {
        Optional<Standing> chosen =
                concerned.stream().filter(s -> s.id().equals(wish.id())).findFirst();
        if (chosen.isEmpty()) {
            return Outcome.refused(new StrategyRefusal.NoSuchStrategy());
        }
        int current = chosen.get().rowVersion();
        return wish.expected().orElse(current) == current
                ? Outcome.done(chosen.get())
                : Outcome.refused(
                        new StrategyRefusal.VersionConflict(wish.expected().orElse(current), current));
    }

    private Entry move(Deed deed, Standing strategy, State to, String type) {
        store.enter(deed, strategy, to);
        Map<String, Object> data = new LinkedHashMap<>();
        if (strategy.trial() != null) {
            data.put("shareBefore", strategy.trial().share());
        }
        return entry(strategy, type, to, data);
    }

    private Entry shared(Standing strategy, @Nullable Trial trial) {
        store.share(strategy, trial);
        Map<String, Object> data = new LinkedHashMap<>();
        if (trial != null) {
            data.put("share", trial.share());
        }
        if (strategy.trial() != null) {
            data.put("shareBefore", strategy.trial().share());
        }
        return entry(strategy, trial == null ? "StrategyShareEnded" : "StrategyShareGiven", strategy.state(), data);
    }

    private static Entry entry(Standing strategy, String type, State to, Map<String, ?> data) {
        return new Entry(
                subject(strategy),
                strategy.rowVersion() + 1,
                type,
                strategy.state().name(),
                to.name(),
                data);
    }

    static Subject subject(Standing strategy) {
        return Subject.of("strategy", strategy.name() + "/" + strategy.version());
    }
}

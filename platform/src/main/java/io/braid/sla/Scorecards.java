package io.braid.sla;

import io.braid.fulfillment.Performance;
import io.braid.fulfillment.Performance.Behind;
import io.braid.fulfillment.Performance.Period;
import io.braid.fulfillment.Shipment;
import io.braid.fulfillment.VendorFigures;
import io.braid.fulfillment.VendorFigures.Figure;
import io.braid.fulfillment.VendorFigures.Tally;
import io.braid.journal.Deed;
import io.braid.journal.Entry;
import io.braid.journal.Journal;
import io.braid.journal.Subject;
import io.braid.kernel.Fault;
import io.braid.kernel.Outcome;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import io.braid.store.Json;
import io.braid.store.Transactions;
import io.braid.store.VendorReads;
import io.braid.store.VendorScope;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How vendors keep their promises. A card is counted from the shipments when it is asked for, and kept, so that routing
 * goes by what was shown; the job counts all of them again from time to time. What is kept is a copy and never asked
 * for the truth.
 */
public final class Scorecards {
    private static final Subject SETTINGS = Subject.of("scorecard", "settings");

    private final ScorecardStore store;
    private final Performance performance;
    private final List<OtherFigures> others;
    private final Keeping keeping;

    Scorecards(ScorecardStore store, Performance performance, List<OtherFigures> others, Keeping keeping) {
        this.store = store;
        this.performance = performance;
        this.others = List.copyOf(others);
        this.keeping = keeping;
    }

    record Keeping(Transactions transactions, Journal journal, VendorReads reads) {}

    public ScorecardSettings settings() {
        return store.settings();
    }

    /**
     * Scores follow the new settings at once.
     *
     * @param expectedVersion the version the caller saw; empty takes whatever is there
     */
    public Outcome<ScorecardSettings> change(Deed deed, ScorecardSettings wanted, OptionalInt expectedVersion) {
        return keeping.transactions().decide(() -> {
            int current = store.settingsVersion();
            if (expectedVersion.orElse(current) != current) {
                return Outcome.refused(new SlaRefusal.VersionConflict(expectedVersion.getAsInt(), current));
            }
            List<Fault> faults = wanted.faults();
            if (!faults.isEmpty()) {
                return Outcome.refused(new SlaRefusal.InvalidSettings(faults));
            }
            ScorecardSettings settings = wanted.at(current + 1);
            if (!store.insert(deed, settings)) {
                return Outcome.refused(new SlaRefusal.VersionConflict(current, store.settingsVersion()));
            }
            Map<String, ?> data = Map.of("settings", Json.write(settings));
            keeping.journal()
                    .record(
                            deed,
                            List.of(new Entry(
                                    SETTINGS, settings.version(), "ScorecardSettingsChanged", null, null, data)));
            recompute(deed.at());
            return Outcome.done(settings);
        });
    }

    /** Counts every vendor's card again; answers how many there are. */
    public int recompute(Instant now) {
        List<Scorecard> cards = cards(null, now);
        keeping.transactions().run(() -> {
            store.keep(cards, now);
            store.forgetOthers(cards);
        });
        return cards.size();
    }

    /** The card of a vendor as of now. */
    public Scorecard scorecard(VendorCode vendor, Instant now) {
        Scorecard card = cards(vendor, now).stream().findFirst().orElseGet(() -> empty(vendor, now));
        keeping.transactions().run(() -> store.keep(List.of(card), now));
        return card;
    }

    private Scorecard empty(VendorCode vendor, Instant now) {
        ScorecardSettings settings = settings();
        Period period = period(settings, now);
        VendorFigures nothing = new VendorFigures(vendor, 0, Map.of(), null);
        return Scorecard.of(nothing, Map.of(), settings, period.from(), period.to());
    }

    /** The vendor's own card, read through its own wall. */
    public Scorecard scorecard(VendorScope scope, Instant now) {
        Scorecard counted = scorecard(scope.vendor(), now);
        return keeping.reads()
                .as(scope, jdbc -> new ScorecardStore(jdbc).find(scope.vendor()))
                .orElse(counted);
    }

    private List<Scorecard> cards(@Nullable VendorCode only, Instant now) {
        ScorecardSettings settings = settings();
        Period period = period(settings, now);
        Map<VendorCode, Map<Metric, Tally>> known = new HashMap<>();
        for (OtherFigures other : others) {
            other.tallies(only, period)
                    .forEach((vendor, tally) -> known.computeIfAbsent(vendor, v -> new EnumMap<>(Metric.class))
                            .put(other.metric(), tally));
        }
        List<Scorecard> cards = new ArrayList<>();
        for (VendorFigures figures : performance.figures(only, period)) {
            Map<Metric, Tally> more = known.getOrDefault(figures.vendor(), Map.of());
            cards.add(Scorecard.of(figures, more, settings, period.from(), period.to()));
        }
        return cards;
    }

    private static Period period(ScorecardSettings settings, Instant now) {
        return new Period(now.minus(Duration.ofDays(settings.periodDays())), now, now);
    }

    /** The shipments behind one number of a card; a metric that nobody counts yet has none. */
    public record Drill(
            Metric metric, Behind.Side side, @Nullable ShipmentNumber after, int limit) {}

    public List<Shipment> listBehind(VendorCode vendor, Drill drill, Instant now) {
        Period period = period(settings(), now);
        Figure figure = drill.metric().figure();
        return figure == null
                ? performance.list(behind(vendor, drill, period))
                : performance.listBehind(
                        new Behind(vendor, figure, drill.side(), period, drill.after(), drill.limit()));
    }

    public List<Shipment> listBehind(VendorScope scope, Drill drill, Instant now) {
        Period period = period(settings(), now);
        Figure figure = drill.metric().figure();
        return figure == null
                ? performance.list(scope, behind(scope.vendor(), drill, period))
                : performance.listBehind(
                        scope, new Behind(scope.vendor(), figure, drill.side(), period, drill.after(), drill.limit()));
    }

    private List<ShipmentNumber> behind(VendorCode vendor, Drill drill, Period period) {
        return others.stream()
                .filter(other -> other.metric() == drill.metric())
                .flatMap(other -> other.behind(drill, vendor, period).stream())
                .toList();
    }

    /** The scores of those vendors that have one, as they were last counted. */
    public Map<VendorCode, BigDecimal> scores(Collection<VendorCode> vendors) {
        return store.scores(vendors);
    }
}

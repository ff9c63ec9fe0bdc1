package io.braid.inventory;

import io.braid.inventory.Counted.Verdict;
import io.braid.journal.Deed;
import io.braid.kernel.Sku;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns rows of a feed into counts and applies them, in the caller's transaction. Of rows about one product the first
 * counts.
 */
final class FeedChunks {
    private final Counting counting;

    FeedChunks(Counting counting) {
        this.counting = counting;
    }

    FeedTally apply(Deed deed, Feed feed, FeedRequest request, List<FeedRow> rows) {
        List<FeedFault> faults = new ArrayList<>();
        Map<Sku, FeedRow.Good> good = new LinkedHashMap<>();
        for (FeedRow row : rows) {
            switch (row) {
                case FeedRow.Bad bad -> faults.add(bad.fault());
                case FeedRow.Good first when good.putIfAbsent(first.sku(), first) == null -> {}
                case FeedRow.Good again -> faults.add(repeated(again));
            }
        }
        Set<Sku> countable = request.countable().among(good.keySet());
        good.values().stream()
                .filter(row -> !countable.contains(row.sku()))
                .map(row -> new FeedFault(row.line(), row.sku(), "you have no item " + row.sku()))
                .forEach(faults::add);
        List<FeedRow.Good> counted = good.values().stream()
                .filter(row -> countable.contains(row.sku()))
                .toList();
        List<Verdict> verdicts = count(deed, feed, request.source(), counted);
        int applied = 0;
        int ignored = 0;
        for (int i = 0; i < verdicts.size(); i++) {
            FeedRow.Good row = counted.get(i);
            switch (verdicts.get(i)) {
                case APPLIED -> applied++;
                case OLDER -> ignored++;
                case UNKNOWN -> faults.add(new FeedFault(row.line(), row.sku(), "there is no product " + row.sku()));
                case REPEATED -> faults.add(repeated(row));
            }
        }
        return new FeedTally(rows.size(), applied, ignored, 0, faults);
    }

    void zero(Deed deed, Feed feed, StockSource source, List<StockKey> keys) {
        List<StockCount> counts =
                keys.stream().map(key -> StockCount.nothing(key, feed.asOf())).toList();
        counting.count(deed, run(feed, source), counts);
    }

    private List<Verdict> count(Deed deed, Feed feed, StockSource source, List<FeedRow.Good> rows) {
        List<StockCount> counts = rows.stream()
                .map(row -> new StockCount(
                        new StockKey(row.sku(), feed.location()),
                        row.onHand(),
                        row.safetyStock(),
                        null,
                        row.asOf() == null ? feed.asOf() : row.asOf()))
                .toList();
        return counting.count(deed, run(feed, source), counts);
    }

    private static CountRun run(Feed feed, StockSource source) {
        return new CountRun(source, "feed " + feed.id(), feed.id());
    }

    private static FeedFault repeated(FeedRow.Good row) {
        return new FeedFault(row.line(), row.sku(), "the file spoke of " + row.sku() + " before; the first row counts");
    }
}

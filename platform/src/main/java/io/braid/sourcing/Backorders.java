package io.braid.sourcing;

import io.braid.inventory.Arrivals;
import io.braid.inventory.StockOffer;
import io.braid.journal.Deed;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.Sku;
import io.braid.order.Awaiting;
import io.braid.order.Backorder;
import io.braid.order.Order;
import io.braid.order.OrderLine;
import io.braid.sourcing.ReleaseStore.Release;
import io.braid.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves those who wait for stock. Units that became free are noted by {@link Arrivals}; for each such product its
 * waiting lines are gone through, the order accepted first comes first, by the same engine as any other order, until
 * nothing is free or nobody waits. A product is in one transaction's hands at a time, so nobody is overtaken, on any
 * number of instances; what a transaction did not commit is found again where it lay. What a release cannot place goes
 * on waiting, whatever the strategy says of the rest of a new order.
 */
final class Backorders {
    static final String REASON = "BACKORDER_RELEASE";

    private static final Logger LOG = LoggerFactory.getLogger(Backorders.class);

    /** Orders of one transaction, as in {@link Intake}. */
    private static final int ORDERS_MAX = 50;

    private static final int NOTES_MAX = 5_000;
    private static final int PRODUCTS_MAX = 1_000;

    /** A product whose release fails is left alone for as long. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final OrderPath.Parts parts;
    private final ReleaseStore store;
    private final Arrivals arrivals;
    private final Releasing releasing;
    private final Clock clock;

    Backorders(OrderPath.Parts parts, Arrivals arrivals, Clock clock) {
        this.parts = parts;
        this.store = parts.releases();
        this.arrivals = arrivals;
        this.releasing = new Releasing(parts);
        this.clock = clock;
    }

    /** Turns notes of arrivals into requests for the products that somebody waits for; how many notes it took. */
    int collect() {
        return parts.transactions().call(() -> {
            var arrived = arrivals.take(NOTES_MAX);
            Map<Sku, Long> checks = store.takeChecks(NOTES_MAX);
            SortedMap<Sku, Long> wanted = new TreeMap<>();
            checks.forEach((sku, order) -> wanted.put(sku, order - 1));
            parts.orders().backordered(arrived).forEach(sku -> wanted.put(sku, 0L));
            if (!wanted.isEmpty()) {
                store.request(wanted);
            }
            return arrived.size() + checks.size();
        });
    }

    /** Goes through the next lines of one product; false when nothing is left to do. */
    boolean releaseSome() {
        Sku[] claimed = new Sku[1];
        try {
            return parts.transactions().call(() -> {
                Optional<Release> release = store.claim();
                release.ifPresent(r -> {
                    claimed[0] = r.sku();
                    goThrough(r);
                });
                return release.isPresent();
            });
        } catch (RuntimeException failure) {
            Sku sku = claimed[0];
            if (sku == null || Transactions.isPassing(failure)) {
                throw failure;
            }
            // One product that cannot be released must not keep the others from it.
            LOG.error("the lines that wait for {} wait {} longer", sku, PAUSE, failure);
            parts.transactions().run(() -> store.postpone(sku, PAUSE));
            return true;
        }
    }

    private void goThrough(Release release) {
        Deed deed = Deed.bySystem("backorders", clock.instant());
        List<OrderNumber> next = next(release, deed);
        if (next.isEmpty()) {
            store.finish(release.sku());
            return;
        }
        List<Order> waiting = parts.orders().lockAll(next).stream()
                .filter(order -> waitsFor(order, release.sku()))
                .toList();
        // A failing one is found by going one by one, and then passed over until stock arrives again.
        long passed = next.getLast().value();
        store.advance(release.sku(), passed);
        if (release.failures() > 1) {
            LOG.warn("order {} was passed over, because its release failed", next.getFirst());
            return;
        }
        if (!waiting.isEmpty()) {
            releasing.release(deed, waiting);
        }
    }

    /** The next orders, as many as what is free can be for. */
    private List<OrderNumber> next(Release release, Deed deed) {
        long free = parts.stock().offers(List.of(release.sku()), deed.at()).stream()
                .mapToLong(StockOffer::available)
                .sum();
        if (free == 0) {
            return List.of();
        }
        int limit = release.failures() > 0 ? 1 : ORDERS_MAX;
        List<OrderNumber> next = new ArrayList<>();
        for (Backorder one : parts.orders().listBackorders(release.sku(), release.afterOrder(), limit)) {
            if (free > 0) {
                next.add(one.order());
            }
            free -= one.units();
        }
        return next;
    }

    private static boolean waitsFor(Order order, Sku sku) {
        for (OrderLine line : order.lines()) {
            if (line.awaiting() == Awaiting.BACKORDER && line.sku().equals(sku)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Asks for every product that somebody waits for: what became possible without stock arriving, by a new day's
     * capacity, a price, an activated vendor or another strategy, is found at the latest so.
     */
    void requestAll() {
        String after = "";
        for (List<Sku> some = some(after); !some.isEmpty(); some = some(after)) {
            SortedMap<Sku, Long> wanted = new TreeMap<>();
            some.forEach(sku -> wanted.put(sku, 0L));
            parts.transactions().run(() -> store.request(wanted));
            after = some.getLast().text();
        }
    }

    private List<Sku> some(String after) {
        return parts.transactions().call(() -> parts.orders().listBackordered(after, PRODUCTS_MAX));
    }
}

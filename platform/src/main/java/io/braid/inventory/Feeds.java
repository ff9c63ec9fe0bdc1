package io.braid.inventory;

import io.braid.inventory.Feed.State;
import io.braid.inventory.FeedRows.RowFault;
import io.braid.inventory.FeedTaken.Novelty;
import io.braid.inventory.StockRefusal.CountOutOfTime;
import io.braid.inventory.StockRefusal.FeedHeld;
import io.braid.inventory.StockRefusal.FeedRunning;
import io.braid.inventory.StockRefusal.FeedUnreadable;
import io.braid.inventory.StockRefusal.LocationNotFound;
import io.braid.journal.Deed;
import io.braid.kernel.Outcome;
import io.braid.store.Ids;
import io.braid.store.Transactions;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Files of counts, of any length. Memory is constant, each chunk is a transaction of its own, a bad row is refused with
 * its line and reason and harms no other. The file a location sent last changes nothing when it is sent again; a feed
 * that was interrupted is finished by sending it again, since applying a count twice is applying it once. It must not
 * be called within a transaction.
 */
public final class Feeds {
    /** Large enough that a commit costs nothing per row, small enough that an order waits for its locks a moment. */
    private static final int CHUNK_ROWS = 2_000;

    /** A chunk takes a fraction of a second; who is silent that long is dead. */
    private static final Duration SILENCE_MAX = Duration.ofMinutes(2);

    private final FeedStore store;
    private final FeedGuard guard;
    private final FeedChunks chunks;
    private final Positions positions;
    private final Transactions transactions;
    private final Clock clock;

    /** What reads and writes the rows of a feed. */
    record Parts(FeedStore store, FeedGuard guard, FeedChunks chunks) {}

    Feeds(Parts parts, Positions positions, Transactions transactions, Clock clock) {
        this.store = parts.store();
        this.guard = parts.guard();
        this.chunks = parts.chunks();
        this.positions = positions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Reads the whole body, then applies it; answers when it is done. */
    public Outcome<FeedTaken> take(Deed deed, FeedRequest request, InputStream body) throws IOException {
        Instant asOf = Objects.requireNonNullElse(request.asOf(), deed.at());
        if (Counts.isOutOfTime(asOf, deed.at())) {
            return Outcome.refused(new CountOutOfTime(asOf, deed.at(), Counts.CLOCK_SKEW_MAX));
        }
        if (!positions.knowsLocation(request.location())) {
            return Outcome.refused(new LocationNotFound(request.location()));
        }
        try (FeedSpool spool = FeedSpool.of(body, request)) {
            Optional<FeedHeld> held = guard.held(request, spool, deed.at());
            if (held.isPresent()) {
                return Outcome.refused(held.get());
            }
            FeedRows rows = FeedRows.open(request.source(), spool.content(), deed.at());
            Outcome<FeedTaken> begun = begin(deed, request, asOf, spool.hash());
            if (begun instanceof Outcome.Done<FeedTaken>(FeedTaken(Feed feed, Novelty novelty))
                    && novelty == Novelty.NEW) {
                apply(deed, feed, request, rows);
                return Outcome.done(new FeedTaken(feed(feed.id()), Novelty.NEW));
            }
            return begun;
        } catch (RowFault unreadable) {
            return Outcome.refused(new FeedUnreadable(String.valueOf(unreadable.getMessage())));
        }
    }

    public Optional<Feed> findFeed(UUID id) {
        return store.find(id);
    }

    public Feed feed(UUID id) {
        return findFeed(id).orElseThrow(() -> new IllegalArgumentException("there is no feed " + id));
    }

    /** In the order of lines, those after one. */
    public List<FeedFault> listFaults(UUID id, long afterLine, int limit) {
        return store.listFaults(id, afterLine, limit);
    }

    private Outcome<FeedTaken> begin(Deed deed, FeedRequest request, Instant asOf, byte[] hash) {
        Instant now = clock.instant();
        UUID id = Ids.newId(now);
        Feed feed =
                new Feed(id, request.location(), request.mode(), State.RUNNING, asOf, 0, 0, 0, 0, 0, null, now, null);
        return transactions.call(() -> {
            store.failSilent(request.location(), now.minus(SILENCE_MAX), now);
            Optional<Feed> repeated = store.findRepeated(request.location(), hash);
            if (repeated.isPresent()) {
                return Outcome.done(new FeedTaken(repeated.get(), Novelty.REPEATED));
            }
            if (!store.begin(deed, feed, hash)) {
                UUID running = store.findRunning(request.location()).orElse(id);
                return Outcome.refused(new FeedRunning(request.location(), running));
            }
            return Outcome.done(new FeedTaken(feed, Novelty.NEW));
        });
    }

    private void apply(Deed deed, Feed feed, FeedRequest request, FeedRows rows) throws IOException {
        boolean finished = false;
        try {
            boolean anyGood = false;
            for (List<FeedRow> chunk = rows.next(CHUNK_ROWS); !chunk.isEmpty(); chunk = rows.next(CHUNK_ROWS)) {
                FeedTally tally = advance(deed, feed, request, chunk);
                anyGood |= tally.refused() < tally.read();
            }
            boolean emptied = feed.mode() == FeedMode.FULL && !anyGood;
            if (feed.mode() == FeedMode.FULL && anyGood) {
                zeroUnmentioned(deed, feed, request.source());
            }
            store.finish(
                    feed.id(),
                    emptied ? State.FAILED : State.DONE,
                    emptied ? "no row could be applied, so nothing was set to zero" : null,
                    clock.instant());
            finished = true;
        } finally {
            if (!finished) {
                String failure = "it was interrupted by a fault of the server; send the file again";
                store.finish(feed.id(), State.FAILED, failure, clock.instant());
            }
        }
    }

    private FeedTally advance(Deed deed, Feed feed, FeedRequest request, List<FeedRow> chunk) {
        return transactions.call(() -> advanced(feed, chunks.apply(deed, feed, request, chunk)));
    }

    private void zeroUnmentioned(Deed deed, Feed feed, StockSource source) {
        List<StockKey> zeroed = List.of();
        do {
            String after = zeroed.isEmpty() ? "" : zeroed.getLast().sku().text();
            zeroed = transactions.call(() -> {
                List<StockKey> keys = store.holdUnmentioned(feed, after, CHUNK_ROWS);
                chunks.zero(deed, feed, source, keys);
                advanced(feed, FeedTally.ofZeroed(keys.size()));
                return keys;
            });
        } while (zeroed.size() == CHUNK_ROWS);
    }

    private FeedTally advanced(Feed feed, FeedTally tally) {
        if (!store.advance(feed.id(), tally, clock.instant())) {
            throw new IllegalStateException("feed " + feed.id() + " was taken for dead while it ran. Maybe the server"
                    + " stood still for longer than " + SILENCE_MAX);
        }
        if (!tally.faults().isEmpty()) {
            store.addFaults(feed.id(), tally.faults());
        }
        return tally;
    }
}

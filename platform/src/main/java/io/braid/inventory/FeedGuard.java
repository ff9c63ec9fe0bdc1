package io.braid.inventory;

import io.braid.inventory.FeedRequest.Caution;
import io.braid.inventory.StockRefusal.FeedHeld;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Holds a file back that would leave more of a location's stocked positions empty than is usual, until whoever sends it
 * says that it is meant: a truncated export must not take a vendor off sale. It reads the file once before it is
 * applied and changes nothing. Small locations are never held: there a few positions are a large share.
 */
final class FeedGuard {
    private static final int STOCKED_MIN = 10;
    private static final int PERCENT = 100;
    private static final int CHUNK_ROWS = 2_000;
    private static final int CONFIRMATION_BYTES = 8;

    private final FeedStore store;
    private final int emptiedPercentMax;

    FeedGuard(FeedStore store, int emptiedPercentMax) {
        this.store = store;
        this.emptiedPercentMax = emptiedPercentMax;
    }

    /** Why it is held; empty when it may be applied. */
    Optional<FeedHeld> held(FeedRequest request, FeedSpool spool, Instant now) throws IOException {
        if (request.caution() == Caution.NONE) {
            return Optional.empty();
        }
        String confirmation = HexFormat.of().formatHex(spool.hash(), 0, CONFIRMATION_BYTES);
        long stocked = store.stocked(request.location());
        if (stocked < STOCKED_MIN || confirmation.equals(request.confirmation())) {
            return Optional.empty();
        }
        long mentioned = 0;
        long emptied = 0;
        FeedRows rows = FeedRows.open(request.source(), spool.content(), now);
        for (List<FeedRow> chunk = rows.next(CHUNK_ROWS); !chunk.isEmpty(); chunk = rows.next(CHUNK_ROWS)) {
            FeedStore.Spoken spoken = store.spoken(request.location(), good(chunk));
            mentioned += spoken.mentioned();
            emptied += spoken.emptied();
        }
        if (request.mode() == FeedMode.FULL) {
            emptied += Math.max(0, stocked - mentioned);
        }
        return emptied * PERCENT > stocked * emptiedPercentMax
                ? Optional.of(new FeedHeld(emptied, stocked, emptiedPercentMax, confirmation))
                : Optional.empty();
    }

    private static List<FeedRow.Good> good(List<FeedRow> chunk) {
        List<FeedRow.Good> good = new ArrayList<>();
        for (FeedRow row : chunk) {
            if (row instanceof FeedRow.Good one) {
                good.add(one);
            }
        }
        return good;
    }
}

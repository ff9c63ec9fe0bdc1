package io.braid.inventory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A position read under its row's lock: what is decided from it stays true until the transaction ends. */
record HeldPosition(
        StockKey key,
        int onHand,
        int reserved,
        int safetyStock,
        int shortage,
        int journalSeq,
        @Nullable String blockedReason,
        Instant asOf,
        @Nullable UUID lastFeed,
        long version) {}

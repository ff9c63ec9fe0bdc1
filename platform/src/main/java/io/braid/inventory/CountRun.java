package io.braid.inventory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where counts come from.
 *
 * @param reference what their moves refer to
 * @param feed the feed they are rows of, if any
 */
record CountRun(
        StockSource source, String reference, @Nullable UUID feed) {}

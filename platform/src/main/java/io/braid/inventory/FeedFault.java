package io.braid.inventory;

import io.braid.kernel.Sku;
import org.jspecify.annotations.Nullable;

/**
 * Why one row of a feed was not applied.
 *
 * @param sku the product it is about, if that much could be read: a full feed did mention it
 */
public record FeedFault(long line, @Nullable Sku sku, String reason) {}

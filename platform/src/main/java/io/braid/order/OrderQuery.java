package io.braid.order;

import io.braid.kernel.Sku;
import org.jspecify.annotations.Nullable;

/** What a list of orders is asked for: null is any. Newest first, from before a given number. */
public record OrderQuery(
        @Nullable String channel,
        @Nullable String externalNumber,
        @Nullable OrderState state,
        @Nullable Sku sku,
        long before,
        int limit) {}

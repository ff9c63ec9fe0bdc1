package io.braid.order;

import io.braid.kernel.OrderNumber;

/** An order that already has the channel's number. */
public record Known(OrderNumber number, byte[] fingerprint) {}

package io.braid.order;

import io.braid.kernel.OrderNumber;

/** Units of one line that wait for stock. */
public record Backorder(OrderNumber order, int line, int units) {}

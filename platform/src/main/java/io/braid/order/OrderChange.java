package io.braid.order;

import java.util.List;

/** Units to be moved on the lines of an order, which is as this transaction read it under its lock. */
public record OrderChange(Order before, List<LineChange> lines) {
    public OrderChange {
        lines = List.copyOf(lines);
    }
}

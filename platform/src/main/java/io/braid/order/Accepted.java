package io.braid.order;

import io.braid.journal.Deed;
import io.braid.kernel.OrderNumber;
import java.util.List;

/**
 * An order about to be written for the first time, with where its units stand after routing.
 *
 * @param fingerprint what the channel said, hashed, to tell a repeated order from a contradicting one
 */
public record Accepted(Deed deed, OrderNumber number, NewOrder placed, byte[] fingerprint, List<OrderLine> lines) {
    /** The order that this becomes: version 1. */
    public Order order() {
        return new Order(number, placed, OrderState.of(lines), 1, deed.at(), lines);
    }
}

package io.braid.sourcing;

import io.braid.kernel.OrderNumber;
import io.braid.order.LineChange;
import io.braid.order.Order;
import java.util.List;

/**
 * The next step of an order that is already here, planned and not yet written.
 *
 * @param order as this transaction read it under its lock
 */
record Onward(Order order, Asked asked, Allocation allocation, List<LineChange> changes) {
    OrderNumber number() {
        return order.number();
    }
}

package io.braid.order;

import java.util.List;

/** The state of an order, always derived from its lines and never set by hand. */
public enum OrderState {
    PENDING,
    ROUTED,
    PARTIALLY_SHIPPED,
    SHIPPED,
    COMPLETED,
    ON_HOLD,
    CUSTOMER_CARE,
    BACKORDERED,
    CANCELED;

    /** What needs a person comes before what needs stock, and both before how far the rest has come. */
    static OrderState of(List<OrderLine> lines) {
        if (anyAwaits(lines, Awaiting.CUSTOMER_CARE)) {
            return CUSTOMER_CARE;
        }
        if (anyAwaits(lines, Awaiting.BACKORDER)) {
            return BACKORDERED;
        }
        if (anyAwaits(lines, Awaiting.ROUTING)) {
            return PENDING;
        }
        boolean anyShipped = lines.stream().anyMatch(l -> l.shipped() > 0);
        if (lines.stream().anyMatch(l -> l.assigned() > 0)) {
            return anyShipped ? PARTIALLY_SHIPPED : ROUTED;
        }
        return anyShipped ? SHIPPED : CANCELED;
    }

    private static boolean anyAwaits(List<OrderLine> lines, Awaiting what) {
        return lines.stream().anyMatch(l -> l.awaiting() == what);
    }
}

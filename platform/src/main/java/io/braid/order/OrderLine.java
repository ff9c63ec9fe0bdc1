package io.braid.order;

import io.braid.kernel.SellingPrice;
import io.braid.kernel.Sku;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order. Its units are always somewhere: ordered = open + assigned + shipped + canceled; open units
 * wait for something, which {@code awaiting} names.
 */
public record OrderLine(
        int line,
        Sku sku,
        int ordered,
        int open,
        int assigned,
        int shipped,
        int canceled,
        @Nullable Awaiting awaiting,
        SellingPrice unitPrice,
        Map<String, Object> attributes) {
    public OrderLine {
        if (ordered != open + assigned + shipped + canceled
                || open < 0
                || assigned < 0
                || shipped < 0
                || canceled < 0) {
            throw new IllegalArgumentException("line " + line + " does not add up: " + ordered + " ordered, " + open
                    + " open, " + assigned + " assigned, " + shipped + " shipped, " + canceled + " canceled");
        }
        if ((open > 0) != (awaiting != null)) {
            throw new IllegalArgumentException("line " + line + " has " + open + " open units awaiting " + awaiting);
        }
    }

    OrderLine changed(LineChange by) {
        int stillOpen = open + by.open();
        Awaiting waits = by.awaiting() != null ? by.awaiting() : awaiting;
        return new OrderLine(
                line,
                sku,
                ordered,
                stillOpen,
                assigned + by.assigned(),
                shipped + by.shipped(),
                canceled + by.canceled(),
                stillOpen == 0 ? null : waits,
                unitPrice,
                attributes);
    }
}

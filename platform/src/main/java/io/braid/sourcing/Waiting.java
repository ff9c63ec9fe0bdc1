package io.braid.sourcing;

import io.braid.order.Awaiting;
import io.braid.order.Order;
import io.braid.order.OrderLine;
import io.braid.sourcing.ReleaseStore.Check;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which products orders are left waiting for. They are looked at once more after the commit: stock may have come in
 * between our look and it, and whoever served the waiting then could not see these.
 */
final class Waiting {
    private Waiting() {}

    static Set<Check> of(List<Order> orders) {
        Set<Check> checks = new LinkedHashSet<>();
        for (Order order : orders) {
            for (OrderLine line : order.lines()) {
                if (line.awaiting() == Awaiting.BACKORDER) {
                    checks.add(new Check(line.sku(), order.number()));
                }
            }
        }
        return checks;
    }
}

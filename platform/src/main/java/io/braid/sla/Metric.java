package io.braid.sla;

import io.braid.fulfillment.VendorFigures.Figure;
import org.jspecify.annotations.Nullable;

/** What a scorecard measures; each is a share of 1, the more the better. */
public enum Metric {
    ACKNOWLEDGE_TIME(Figure.ACKNOWLEDGED_IN_TIME),
    ON_TIME_SHIPPING(Figure.SHIPPED_IN_TIME),
    ITEM_ACCEPTANCE(Figure.ACCEPTED_UNITS),
    CANCELLATION(Figure.KEPT_UNITS),
    INVOICE_MATCH(null),
    /** Waits for returns, which nothing records yet: it has no figure, whatever its weight. */
    RETURN_RATE(null);

    private final @Nullable Figure figure;

    Metric(@Nullable Figure figure) {
        this.figure = figure;
    }

    /** That something counts it; what nothing counts takes no part in any score. */
    public boolean isCounted() {
        return this != RETURN_RATE;
    }

    /** The shipments' figure behind it; null when it is counted elsewhere. */
    public @Nullable Figure figure() {
        return figure;
    }
}

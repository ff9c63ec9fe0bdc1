package io.braid.invoice;

import io.braid.fulfillment.Performance;
import io.braid.fulfillment.VendorFigures.Tally;
import io.braid.kernel.VendorCode;
import io.braid.sla.Metric;
import io.braid.sla.OtherFigures;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many of the invoices that a vendor wrote itself agreed with what was ordered, shipped and invoiced by us. */
final class MatchFigures implements OtherFigures {
    private final ReceivedStore store;

    MatchFigures(ReceivedStore store) {
        this.store = store;
    }

    @Override
    public Metric metric() {
        return Metric.INVOICE_MATCH;
    }

    @Override
    public Map<VendorCode, Tally> tallies(@Nullable VendorCode only, Performance.Period period) {
        return store.tallies(only, period);
    }
}

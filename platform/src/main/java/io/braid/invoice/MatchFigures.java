package io.braid.invoice;

import io.braid.fulfillment.Performance;
import io.braid.fulfillment.VendorFigures.Tally;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import io.braid.sla.Metric;
import io.braid.sla.OtherFigures;
import io.braid.sla.Scorecards;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many of the invoices that a vendor wrote itself agreed with what was ordered, shipped and invoiced by us, of
 * those that agreed or were rejected.
 */
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

    @Override
    public List<ShipmentNumber> behind(Scorecards.Drill drill, VendorCode vendor, Performance.Period period) {
        return store.behind(drill, vendor, period);
    }
}

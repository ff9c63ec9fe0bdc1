package io.braid.sla;

import io.braid.fulfillment.Performance;
import io.braid.fulfillment.VendorFigures.Tally;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A metric that another module counts: invoices that match, goods that came back. Whoever knows answers. */
public interface OtherFigures {
    Metric metric();

    /** By vendor, or of one alone; a vendor without anything to count is left out. */
    Map<VendorCode, Tally> tallies(@Nullable VendorCode only, Performance.Period period);

    /** The shipments behind one side of a vendor's tally, in order of their numbers, after a given one. */
    List<ShipmentNumber> behind(Scorecards.Drill drill, VendorCode vendor, Performance.Period period);
}

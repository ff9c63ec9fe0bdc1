package io.braid.fulfillment;

import io.braid.kernel.LocationCode;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what people are to be reminded of, in the transaction of the crossing. Whoever knows the people answers. */
public interface Reminding {
    void remind(List<Late> late);

    /** An open step that is at risk or overdue and whose policy reminds or escalates. */
    record Late(
            ShipmentNumber shipment,
            LocationCode location,
            @Nullable VendorCode vendor,
            Task task,
            SlaStatus status,
            Instant dueBy,
            BreachAction action) {}

    /** What has not been done yet. */
    enum Task {
        ACKNOWLEDGE,
        SHIP
    }
}

package io.braid.fulfillment;

import java.util.List;

/** What this module asks when shipments are opened: by when each step is due. Whoever keeps the policies answers. */
public interface ServiceLevels {
    /** One answer per opening, in their order; asked once for a whole batch. */
    List<Terms> termsOf(List<Opening> openings);
}

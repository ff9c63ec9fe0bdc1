package io.braid.fulfillment;

import io.braid.kernel.VendorCode;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor's shipments of a period come to.
 *
 * @param shipments how many were opened
 * @param answeredAfter how long an acknowledgement took on average; null when there was none
 */
public record VendorFigures(
        VendorCode vendor,
        long shipments,
        Map<Figure, Tally> tallies,
        @Nullable Duration answeredAfter) {
    public VendorFigures {
        tallies = Map.copyOf(tallies);
    }

    /** What is counted: the first two count shipments, the last two units. */
    public enum Figure {
        ACKNOWLEDGED_IN_TIME,
        SHIPPED_IN_TIME,
        /** Units accepted at the acknowledgement, of those asked for. */
        ACCEPTED_UNITS,
        /** Units not given up afterwards, of those accepted. */
        KEPT_UNITS
    }

    /** How many were as they should be, of those that can be judged. */
    public record Tally(long good, long counted) {
        public Tally {
            if (good < 0 || good > counted) {
                throw new IllegalArgumentException(good + " of " + counted + " cannot be");
            }
        }
    }
}

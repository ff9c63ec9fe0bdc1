package io.braid.carriage;

import io.braid.location.Location;
import java.math.BigDecimal;
import java.time.Duration;

/** How long a location works on an order before it can be fetched, in hours in which it is open. */
public final class ProcessingTime {
    /** The location's attribute: a number from 0 to {@link #HOURS_MAX}. Without it goods are ready at once. */
    public static final String ATTRIBUTE = "processingHours";

    public static final int HOURS_MAX = 2_000;
    private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);

    private ProcessingTime() {}

    static Duration of(Location location) {
        Object value = location.attributes().get(ATTRIBUTE);
        if (!(value instanceof Number number)) {
            return Duration.ZERO;
        }
        BigDecimal hours = new BigDecimal(number.toString());
        boolean sensible = hours.signum() > 0 && hours.compareTo(BigDecimal.valueOf(HOURS_MAX)) <= 0;
        return sensible ? Duration.ofMinutes(hours.multiply(MINUTES_PER_HOUR).longValue()) : Duration.ZERO;
    }
}

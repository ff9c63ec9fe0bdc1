package io.braid.sla;

import io.braid.fulfillment.BreachAction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long a step may take, from when on it is at risk and what happens when it is not taken. At risk is told as the
 * last share of the time or as so much time before it is due, never as both.
 *
 * @param within whole minutes, at least one
 * @param atRiskShare from 0 (never at risk) to 1 (from the beginning)
 * @param atRiskBefore whole minutes, at most {@code within}
 */
public record StepRule(
        Duration within,
        @Nullable BigDecimal atRiskShare,
        @Nullable Duration atRiskBefore,
        BreachAction onBreach) {
    /** How much of the time passes before the step is at risk. */
    Duration calm() {
        if (atRiskBefore != null) {
            return within.minus(atRiskBefore);
        }
        BigDecimal share = atRiskShare == null ? BigDecimal.ZERO : atRiskShare;
        long risky = share.multiply(BigDecimal.valueOf(within.toSeconds()))
                .scaleByPowerOfTen(6)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return within.minus(risky, ChronoUnit.MICROS);
    }
}

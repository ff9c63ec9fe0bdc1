package io.braid.api;

import io.braid.kernel.VendorCode;
import io.braid.sla.Metric;
import io.braid.sla.Scorecard;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scorecard as the API shows it, to the operator and to its vendor alike. */
record ScorecardView(
        VendorCode vendor,
        Instant from,
        Instant to,
        int settingsVersion,
        long shipments,
        @Nullable BigDecimal score,
        Scorecard.@Nullable Category category,
        @Nullable BigDecimal averageAcknowledgeHours,
        List<MetricView> metrics) {
    private static final BigDecimal SECONDS = new BigDecimal(3_600);

    /**
     * One metric.
     *
     * @param good how many were as they should be, of those {@code counted}
     * @param value from 0 to 10; null when there was nothing to count, and then it takes no part in the score
     */
    record MetricView(
            Metric metric,
            int weight,
            long good,
            long counted,
            @Nullable BigDecimal value) {
        static MetricView of(Scorecard.Line line) {
            return new MetricView(line.metric(), line.weight(), line.good(), line.counted(), line.value());
        }
    }

    static ScorecardView of(Scorecard card) {
        return new ScorecardView(
                card.vendor(),
                card.from(),
                card.to(),
                card.settingsVersion(),
                card.shipments(),
                card.score(),
                card.category(),
                card.answeredAfterSeconds() == null
                        ? null
                        : new BigDecimal(card.answeredAfterSeconds()).divide(SECONDS, 2, RoundingMode.HALF_UP),
                card.lines().stream().map(MetricView::of).toList());
    }
}

package io.braid.sla;

import io.braid.fulfillment.VendorFigures;
import io.braid.fulfillment.VendorFigures.Tally;
import io.braid.kernel.VendorCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a vendor kept its promises over a period. The score is the weighted mean of the metrics that are known, from 0 to
 * 10 with two places; a metric without anything to count takes no part, and a vendor without any has no score.
 *
 * @param answeredAfterSeconds how long an acknowledgement took on average
 */
public record Scorecard(
        VendorCode vendor,
        Instant from,
        Instant to,
        int settingsVersion,
        long shipments,
        List<Line> lines,
        @Nullable Long answeredAfterSeconds,
        @Nullable BigDecimal score,
        @Nullable Category category) {
    private static final int PLACES = 2;

    public Scorecard {
        lines = List.copyOf(lines);
    }

    /** Where a score lies between the thresholds. */
    public enum Category {
        HIGH,
        MEDIUM,
        LOW
    }

    /**
     * One metric.
     *
     * @param value from 0 to 10; null when there was nothing to count
     */
    public record Line(
            Metric metric,
            int weight,
            long good,
            long counted,
            @Nullable BigDecimal value) {
        static Line of(Metric metric, int weight, Tally tally) {
            BigDecimal value = tally.counted() == 0
                    ? null
                    : BigDecimal.TEN
                            .multiply(BigDecimal.valueOf(tally.good()))
                            .divide(BigDecimal.valueOf(tally.counted()), PLACES, RoundingMode.HALF_UP);
            return new Line(metric, weight, tally.good(), tally.counted(), value);
        }
    }

    static Scorecard of(
            VendorFigures figures, Map<Metric, Tally> others, ScorecardSettings settings, Instant from, Instant to) {
        List<Line> lines = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        long weights = 0;
        for (Metric metric : Metric.values()) {
            Tally none = new Tally(0, 0);
            Tally tally = metric.figure() == null
                    ? others.getOrDefault(metric, none)
                    : figures.tallies().getOrDefault(metric.figure(), none);
            Line line = Line.of(metric, settings.weight(metric), tally);
            lines.add(line);
            if (tally.counted() > 0) {
                weights += line.weight();
                sum = sum.add(BigDecimal.valueOf(10L * line.weight() * tally.good())
                        .divide(BigDecimal.valueOf(tally.counted()), 10, RoundingMode.HALF_UP));
            }
        }
        BigDecimal score = weights == 0 ? null : sum.divide(BigDecimal.valueOf(weights), PLACES, RoundingMode.HALF_UP);
        return new Scorecard(
                figures.vendor(),
                from,
                to,
                settings.version(),
                figures.shipments(),
                lines,
                figures.answeredAfter() == null
                        ? null
                        : (Long) figures.answeredAfter().toSeconds(),
                score,
                score == null ? null : category(score, settings));
    }

    private static Category category(BigDecimal score, ScorecardSettings settings) {
        if (score.compareTo(settings.high()) >= 0) {
            return Category.HIGH;
        }
        return score.compareTo(settings.medium()) >= 0 ? Category.MEDIUM : Category.LOW;
    }
}

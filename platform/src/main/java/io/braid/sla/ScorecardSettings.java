package io.braid.sla;

import io.braid.kernel.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How scores are made: the weight of each metric in per cent, from which score on a vendor is high or medium, and over
 * how many days it is looked back.
 */
public record ScorecardSettings(
        int version, Map<Metric, Integer> weights, BigDecimal high, BigDecimal medium, int periodDays) {
    static final int WEIGHTS_SUM = 100;
    static final int PERIOD_DAYS_MAX = 366;
    static final ScorecardSettings STANDARD = new ScorecardSettings(
            0,
            Map.of(
                    Metric.ACKNOWLEDGE_TIME, 20,
                    Metric.ON_TIME_SHIPPING, 35,
                    Metric.ITEM_ACCEPTANCE, 20,
                    Metric.CANCELLATION, 15,
                    Metric.INVOICE_MATCH, 10),
            new BigDecimal("8"),
            new BigDecimal("5"),
            90);

    /** Weights that are left out are 0. */
    public ScorecardSettings {
        Map<Metric, Integer> all = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            all.put(metric, weights.getOrDefault(metric, 0));
        }
        weights = Map.copyOf(all);
    }

    int weight(Metric metric) {
        return weights.getOrDefault(metric, 0);
    }

    ScorecardSettings at(int newVersion) {
        return new ScorecardSettings(newVersion, weights, high, medium, periodDays);
    }

    /** Empty when scores can be made from it. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        int sum = weights.values().stream().mapToInt(Integer::intValue).sum();
        if (sum != WEIGHTS_SUM) {
            faults.add(new Fault("/weights", "sum to " + sum + ", not to " + WEIGHTS_SUM));
        }
        if (high.compareTo(BigDecimal.TEN) > 0) {
            faults.add(new Fault("/high", "is above 10, the highest score"));
        }
        if (medium.signum() < 0 || medium.compareTo(high) >= 0) {
            faults.add(new Fault("/medium", "is not from 0 to below high, " + high));
        }
        if (periodDays < 1 || periodDays > PERIOD_DAYS_MAX) {
            faults.add(new Fault("/periodDays", "is not from 1 to " + PERIOD_DAYS_MAX));
        }
        return faults;
    }
}

package io.braid.bench;

import java.util.Comparator;
import java.util.List;

/** One measurement: how long some orders took, what the processes used meanwhile, and how long single answers took. */
record Figure(int orders, double seconds, double applicationMillis, double postgresMillis, long[] latencies) {
    double perSecond() {
        return orders / seconds;
    }

    /** CPU of the application per order, in milliseconds. */
    double application() {
        return applicationMillis / orders;
    }

    double postgres() {
        return postgresMillis / orders;
    }

    /** The answer time that this share of the orders stayed below, in milliseconds. */
    double percentile(double share) {
        return latencies[(int) Math.min(latencies.length - 1, latencies.length * share)] / 1e6;
    }

    /** The one in the middle by orders per second: a measurement that was taken, not a mixture of several. */
    static Figure median(List<Figure> figures) {
        List<Figure> sorted = figures.stream()
                .sorted(Comparator.comparingDouble(Figure::perSecond))
                .toList();
        return sorted.get((sorted.size() - 1) / 2);
    }
}

package io.braid.demo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Seeds an empty Braid with a network and lets it live for three days. The same seed gives the same retailer; the days
 * end now, and the network with its stock is older than its first order, so that the past can be asked about.
 */
public final class Demo {
    private static final long SEED = 20_261_123L;

    /** Between the first stock and the first order. */
    private static final Duration BEFORE = Duration.ofHours(1);

    private Demo() {}

    /** What to tell the person at the screen. */
    public record Seeded(String vendor, String vendorKey, String orderNumber, Map<String, Integer> counts) {}

    public static Seeded seed(URI base, String operatorKey, DemoClock clock) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        DemoClient operator = new DemoClient(base, operatorKey);
        DemoNetwork network = new DemoNetwork(operator, random);
        Instant now = clock.instant();
        clock.standAt(now.minus(DemoLife.DAYS).minus(BEFORE));
        network.build();
        DemoLife life = new DemoLife(operator, network, clock, random);
        life.live(now);
        String vendor = life.busiestVendor();
        return new Seeded(vendor, network.vendorKey(vendor), life.lastOrder(), life.counts());
    }
}

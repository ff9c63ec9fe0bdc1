package io.braid.demo;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Seeds an empty Braid with a network and lets it live for three days. The same seed gives the same retailer; the days
 * end now.
 */
public final class Demo {
    private static final long SEED = 20_261_123L;

    private Demo() {}

    /** What to tell the person at the screen. */
    public record Seeded(String vendor, String vendorKey, String orderNumber, Map<String, Integer> counts) {}

    public static Seeded seed(URI base, String operatorKey, DemoClock clock) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        DemoClient operator = new DemoClient(base, operatorKey);
        DemoNetwork network = new DemoNetwork(operator, random);
        network.build();
        DemoLife life = new DemoLife(operator, network, clock, random);
        life.live();
        List<String> vendors = network.vendors();
        return new Seeded(vendors.getFirst(), network.vendorKey(vendors.getFirst()), life.lastOrder(), life.counts());
    }
}

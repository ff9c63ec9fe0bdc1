package io.braid.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The exact search against trying every subset, and its behavior when the budget runs out. */
class CoverTest {
    private static final long SEED = 20261123;
    private static final int INSTANCES = 6_000;

    private record Instance(int[] need, int[] gains, int limit) {
        int pickers() {
            return gains.length / need.length;
        }

        @Override
        public String toString() {
            return "need " + Arrays.toString(need) + " gains " + Arrays.toString(gains) + " limit " + limit;
        }
    }

    private static Instance random(Random random, boolean whole) {
        int items = 1 + random.nextInt(5);
        int pickers = 1 + random.nextInt(9);
        int[] need = new int[items];
        for (int i = 0; i < items; i++) {
            need[i] = 1 + random.nextInt(6);
        }
        int[] gains = new int[items * pickers];
        for (int i = 0; i < gains.length; i++) {
            int most = need[i % items];
            boolean has = random.nextInt(100) < 45;
            gains[i] = !has ? 0 : whole ? most : random.nextInt(most + 1);
        }
        return new Instance(need, gains, 1 + random.nextInt(pickers + 1));
    }

    @Test
    void finds_what_trying_every_subset_finds() {
        Random random = new Random(SEED);
        for (int i = 0; i < INSTANCES; i++) {
            Instance instance = random(random, i % 2 == 0);
            Cover.Found found = new Cover(new Gains(instance.need, instance.gains), instance.limit).solve();
            assertThat(found.picks())
                    .as("seed " + SEED + " instance " + i + ": " + instance)
                    .isEqualTo(best(instance));
            assertThat(found.isProven()).isTrue();
            assertThat(found.gap()).isZero();
        }
    }

    private static List<Integer> best(Instance instance) {
        List<Integer> best = List.of();
        for (int subset = 0; subset < 1 << instance.pickers(); subset++) {
            if (Integer.bitCount(subset) <= instance.limit) {
                List<Integer> picks = new ArrayList<>();
                for (int picker = 0; picker < instance.pickers(); picker++) {
                    if ((subset & 1 << picker) != 0) {
                        picks.add(picker);
                    }
                }
                best = isBetter(instance, picks, best) ? picks : best;
            }
        }
        return best;
    }

    private static boolean isBetter(Instance instance, List<Integer> one, List<Integer> other) {
        int byUnits = Long.compare(units(instance, other), units(instance, one));
        int byCount = Integer.compare(one.size(), other.size());
        int order = byUnits != 0 ? byUnits : byCount;
        return order != 0 ? order < 0 : Arrays.compare(fromWorst(one), fromWorst(other)) < 0;
    }

    private static int[] fromWorst(List<Integer> picks) {
        return picks.reversed().stream().mapToInt(i -> i).toArray();
    }

    private static long units(Instance instance, List<Integer> picks) {
        long units = 0;
        for (int item = 0; item < instance.need.length; item++) {
            long sum = 0;
            for (int picker : picks) {
                sum += instance.gains[picker * instance.need.length + item];
            }
            units += Math.min(instance.need[item], sum);
        }
        return units;
    }

    @Test
    void a_large_order_is_answered_in_bounded_work_with_a_gap_and_twice_the_same() {
        Random random = new Random(SEED);
        int items = 500;
        int pickers = 400;
        int[] need = new int[items];
        Arrays.fill(need, 1);
        int[] gains = new int[items * pickers];
        for (int i = 0; i < gains.length; i++) {
            gains[i] = random.nextInt(100) < 6 ? 1 : 0;
        }
        long started = System.nanoTime();
        Cover.Found found = new Cover(new Gains(need, gains), pickers).solve();
        long millis = (System.nanoTime() - started) / 1_000_000;
        assertThat(found.units()).isEqualTo(items);
        assertThat(found.gap()).isBetween(0.0, 0.9);
        assertThat(found.picksAtLeast()).isPositive();
        assertThat(millis).as("ms").isLessThan(2_000);
        assertThat(new Cover(new Gains(need, gains), pickers).solve()).isEqualTo(found);
    }

    @Test
    void thirty_lines_in_two_hundred_locations() {
        Random random = new Random(SEED);
        int proven = 0;
        double gap = 0;
        long started = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            int[] need = new int[30];
            Arrays.setAll(need, line -> 1 + random.nextInt(3));
            int[] gains = new int[30 * 200];
            Arrays.setAll(gains, at -> random.nextInt(100) < 30 ? need[at % 30] : 0);
            Cover.Found found = new Cover(new Gains(need, gains), 200).solve();
            proven += found.isProven() ? 1 : 0;
            gap = Math.max(gap, found.gap());
        }
        assertThat(proven).as("exact at this size").isEqualTo(20);
        System.out.printf(
                "30 lines, 200 locations: %d of 20 proven, worst gap %.2f, %.1f ms each%n",
                proven, gap, (System.nanoTime() - started) / 20e6);
    }
}

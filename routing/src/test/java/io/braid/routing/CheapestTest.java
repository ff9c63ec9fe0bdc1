package io.braid.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid.routing.Markets.Market;
import io.braid.routing.Markets.Size;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The search of the least cost against trying everything, and its behavior when the budget runs out. */
class CheapestTest {
    private static final long SEED = 20261124;
    private static final int INSTANCES = 4_000;

    @Test
    void finds_what_trying_everything_finds() {
        for (int i = 0; i < INSTANCES; i++) {
            Market market = Markets.random(new Random(SEED + i), new Size(4, 4, 3, 60));
            Cheapest.Found found = Cheapest.search(market.lots(), market.slots());
            Everything truth = new Everything(market);
            String story = "seed " + (SEED + i) + ": " + market;
            assertThat(found.units()).as(story).isEqualTo(truth.units);
            assertThat(found.cost()).as(story).isEqualTo(truth.cost);
            assertThat(found.isProven()).as(story).isTrue();
            assertThat(found.gap()).as(story).isZero();
            assertThat(Everything.costOf(market, found.given())).as(story).isEqualTo(found.cost());
        }
    }

    @Test
    void a_large_purchase_is_answered_in_bounded_work_with_a_gap_and_twice_the_same() {
        Market market = Markets.exactly(new Random(SEED), new Size(300, 300, 4, 10));
        long started = System.nanoTime();
        Cheapest.Found found = Cheapest.search(market.lots(), market.slots());
        long millis = (System.nanoTime() - started) / 1_000_000;
        System.out.printf("300 items, 300 pickers: gap %.3f after %d ms%n", found.gap(), millis);
        assertThat(found.gap()).isBetween(0.0, 1.0);
        assertThat(millis).as("ms").isLessThan(5_000);
        assertThat(Cheapest.search(market.lots(), market.slots()).given()).isEqualTo(found.given());
    }

    @Test
    void sizes_of_the_trade() {
        for (int[] size : new int[][] {{1, 200}, {3, 200}, {10, 200}, {30, 200}, {30, 60}, {30, 20}, {10, 2000}}) {
            int proven = 0;
            double gap = 0;
            long started = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                Market market = Markets.trade(new Random(SEED + i), size[0], size[1], 30);
                Cheapest.Found found = Cheapest.search(market.lots(), market.slots());
                proven += found.isProven() ? 1 : 0;
                gap = Math.max(gap, found.gap());
            }
            System.out.printf(
                    "%d lines, %d locations: %d of 20 proven, worst gap %.4f, %.3f ms each%n",
                    size[0], size[1], proven, gap, (System.nanoTime() - started) / 20e6);
            assertThat(gap).isLessThan(0.3);
        }
    }

    /** The hardest purchases: nothing but parcels counts. The manual tells these figures. */
    @Test
    void sizes_where_nothing_but_shipping_counts() {
        for (int[] size : new int[][] {{3, 104}, {10, 104}, {15, 104}, {20, 104}, {30, 104}, {50, 104}, {100, 104}}) {
            int proven = 0;
            double widest = 0;
            double all = 0;
            for (int i = 0; i < 20; i++) {
                Market market = Markets.parcels(new Random(SEED + i), size[0], size[1]);
                Cheapest.Found found = Cheapest.search(market.lots(), market.slots());
                assertThat(found.units()).as("seed " + (SEED + i)).isEqualTo(found.unitsAtMost());
                proven += found.isProven() ? 1 : 0;
                widest = Math.max(widest, found.gap());
                all += found.gap();
            }
            System.out.printf(
                    "parcels from seed %d: %d lines, %d locations: %d of 20 proven, gap %.3f, at worst %.3f%n",
                    SEED, size[0], size[1], proven, all / 20, widest);
            assertThat(proven).isGreaterThanOrEqualTo(size[0] <= 15 ? 20 : 0);
            assertThat(widest).isLessThan(0.2);
        }
    }

    /** Tries every way to give every lot, or nobody. */
    private static final class Everything {
        private final Market market;
        private final int[] given;
        private final int[] stock;
        private long units = -1;
        private long cost = Long.MAX_VALUE;

        Everything(Market market) {
            this.market = market;
            this.given = new int[market.lots().items() * market.lots().pickers()];
            this.stock = market.lots().pools().stock().clone();
            item(0, 0, market.lots().target(0));
        }

        private void item(int item, int picker, int rest) {
            Lots lots = market.lots();
            if (item == lots.items()) {
                weigh();
            } else if (picker == lots.pickers()) {
                int next = item + 1;
                item(next, 0, next < lots.items() ? lots.target(next) : 0);
            } else {
                for (int count = 0; count <= Math.min(rest, lots.gain(picker, item)) && draw(picker, item, count); ) {
                    given[picker * lots.items() + item] = count;
                    item(item, picker + 1, rest - count);
                    given[picker * lots.items() + item] = 0;
                    draw(picker, item, -count);
                    count++;
                }
            }
        }

        private boolean draw(int picker, int item, int count) {
            Lots.Pools pools = market.lots().pools();
            if (pools.count() == 0) {
                return true;
            }
            int at = picker * pools.count() + pools.touched()[item][0];
            stock[at] -= count * pools.drawn()[item][0];
            if (stock[at] < 0) {
                stock[at] += count * pools.drawn()[item][0];
                return false;
            }
            return true;
        }

        private void weigh() {
            Lots lots = market.lots();
            long sum = 0;
            int opened = 0;
            for (int picker = 0; picker < lots.pickers(); picker++) {
                boolean gives = false;
                for (int item = 0; item < lots.items(); item++) {
                    int count = given[picker * lots.items() + item];
                    sum += (long) count * lots.units(item);
                    gives |= count > 0;
                }
                opened += gives && !lots.isUnderway(picker) ? 1 : 0;
            }
            long price = costOf(market, given);
            if (opened <= market.slots() && isShared() && (sum > units || (sum == units && price < cost))) {
                units = sum;
                cost = price;
            }
        }

        private boolean isShared() {
            Lots lots = market.lots();
            for (int item = 0; item < lots.items(); item++) {
                int givers = 0;
                for (int picker = 0; picker < lots.pickers(); picker++) {
                    givers += given[picker * lots.items() + item] > 0 ? 1 : 0;
                }
                if (givers > lots.giversMax(item)) {
                    return false;
                }
            }
            return true;
        }

        static long costOf(Market market, int[] given) {
            Lots lots = market.lots();
            long sum = 0;
            for (int picker = 0; picker < lots.pickers(); picker++) {
                long grams = 0;
                boolean gives = false;
                for (int item = 0; item < lots.items(); item++) {
                    int count = given[picker * lots.items() + item];
                    sum += count * lots.cost(picker, item);
                    grams += count * lots.grams(item);
                    gives |= count > 0;
                }
                boolean opened = gives && !lots.isUnderway(picker);
                sum += (opened ? lots.fixed(picker) : 0) + (gives ? lots.freight(picker, grams) : 0);
            }
            return sum;
        }
    }
}

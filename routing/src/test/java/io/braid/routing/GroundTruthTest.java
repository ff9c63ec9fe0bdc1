package io.braid.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import io.braid.routing.Markets.Market;
import io.braid.routing.Markets.Size;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Both searches against OR-tools CP-SAT, which shares nothing with them: equal units, then an equal objective. */
class GroundTruthTest {
    private static final long SEED = 20261125;

    @BeforeAll
    static void load() {
        Loader.loadNativeLibraries();
    }

    @Test
    void fewest_shipments_is_what_the_solver_finds() {
        int instances = 1_200;
        long ours = 0;
        long theirs = 0;
        for (int i = 0; i < instances; i++) {
            Random random = new Random(SEED + i);
            int items = 1 + random.nextInt(8);
            int pickers = 1 + random.nextInt(20);
            int[] need = new int[items];
            int[] gains = new int[items * pickers];
            for (int item = 0; item < items; item++) {
                need[item] = 1 + random.nextInt(5);
            }
            for (int at = 0; at < gains.length; at++) {
                gains[at] = random.nextInt(100) < 35 ? 1 + random.nextInt(need[at % items]) : 0;
            }
            int limit = 1 + random.nextInt(pickers);
            long started = System.nanoTime();
            Cover.Found found = new Cover(new Gains(need, gains), limit).solve();
            ours += System.nanoTime() - started;
            started = System.nanoTime();
            long truth = fewest(new Gains(need, gains), limit);
            theirs += System.nanoTime() - started;
            assertThat(found.isProven()).as("seed " + (SEED + i)).isTrue();
            assertThat(found.units() * (pickers + 1) - found.picks().size())
                    .as("seed " + (SEED + i))
                    .isEqualTo(truth);
        }
        tell("fewest shipments, up to 8 lines and 20 locations", instances, ours, theirs);
    }

    /** The most of units times more than there are pickers, less the pickers used. */
    private static long fewest(Gains gains, int limit) {
        CpModel model = new CpModel();
        BoolVar[] used = new BoolVar[gains.pickers()];
        LinearExprBuilder[] sums = new LinearExprBuilder[gains.items()];
        for (int item = 0; item < sums.length; item++) {
            sums[item] = LinearExpr.newBuilder();
        }
        LinearExprBuilder goal = LinearExpr.newBuilder();
        for (int picker = 0; picker < used.length; picker++) {
            used[picker] = model.newBoolVar("");
            goal.addTerm(used[picker], -1);
            for (int item = 0; item < sums.length; item++) {
                IntVar given = model.newIntVar(0, gains.of(picker, item), "");
                model.addLessOrEqual(given, LinearExpr.term(used[picker], gains.of(picker, item)));
                sums[item].add(given);
                goal.addTerm(given, used.length + 1L);
            }
        }
        for (int item = 0; item < sums.length; item++) {
            model.addLessOrEqual(sums[item], gains.target()[item]);
        }
        model.addLessOrEqual(LinearExpr.sum(used), limit);
        model.maximize(goal);
        return solve(model);
    }

    private static long solve(CpModel model) {
        CpSolver solver = new CpSolver();
        solver.getParameters().setNumWorkers(1);
        assertThat(solver.solve(model)).isEqualTo(CpSolverStatus.OPTIMAL);
        return Math.round(solver.objectiveValue());
    }

    @Test
    void lowest_cost_is_what_the_solver_finds() {
        compare("lowest cost, up to 5 lines, units split, 8 locations", 1_200, new Size(5, 8, 4, 45));
    }

    @Test
    void lowest_cost_of_whole_lines_is_what_the_solver_finds() {
        compare("lowest cost, up to 10 whole lines, 25 locations", 500, new Size(10, 25, 1, 35));
    }

    private static void compare(String what, int instances, Size size) {
        long ours = 0;
        long theirs = 0;
        for (int i = 0; i < instances; i++) {
            Market market = Markets.random(new Random(SEED + i), size);
            long started = System.nanoTime();
            Cheapest.Found found = Cheapest.search(market.lots(), market.slots());
            ours += System.nanoTime() - started;
            started = System.nanoTime();
            long truth = cheapest(market);
            theirs += System.nanoTime() - started;
            Lots lots = market.lots();
            long cost = found.cost() + lots.penalty() * (lots.targetUnits() - found.units());
            String story = "seed " + (SEED + i) + ": " + market;
            assertThat(cost).as(story).isEqualTo(truth);
            assertThat(found.isProven()).as(story).isTrue();
        }
        tell(what, instances, ours, theirs);
    }

    private static void tell(String what, int instances, long ours, long theirs) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d instances from seed %d, all equal; ours %.3f ms each, CP-SAT %.3f ms each, %.0f times%n",
                what,
                instances,
                SEED,
                ours / 1e6 / instances,
                theirs / 1e6 / instances,
                (double) theirs / ours);
    }

    /** The least of cost and penalties for lots that nobody gives. */
    private static long cheapest(Market market) {
        Lots lots = market.lots();
        CpModel model = new CpModel();
        LinearExprBuilder goal = LinearExpr.newBuilder();
        LinearExprBuilder opened = LinearExpr.newBuilder();
        IntVar[][] given = new IntVar[lots.pickers()][lots.items()];
        for (int picker = 0; picker < lots.pickers(); picker++) {
            BoolVar used = model.newBoolVar("");
            if (!lots.isUnderway(picker)) {
                goal.addTerm(used, lots.fixed(picker));
                opened.add(used);
            }
            ship(model, lots, picker, new Ship(used, given[picker], goal));
            draw(model, lots, picker, given[picker]);
        }
        model.addLessOrEqual(opened, market.slots());
        for (int item = 0; item < lots.items(); item++) {
            LinearExprBuilder sum = LinearExpr.newBuilder();
            LinearExprBuilder givers = LinearExpr.newBuilder();
            for (int picker = 0; picker < lots.pickers(); picker++) {
                BoolVar gives = model.newBoolVar("");
                model.addLessOrEqual(given[picker][item], LinearExpr.term(gives, lots.gain(picker, item)));
                givers.add(gives);
                sum.add(given[picker][item]);
                goal.addTerm(given[picker][item], -lots.penalty(item));
            }
            goal.add(lots.penalty(item) * lots.target(item));
            model.addLessOrEqual(sum, lots.target(item));
            model.addLessOrEqual(givers, Math.min(lots.pickers(), lots.giversMax(item)));
        }
        model.minimize(goal);
        return solve(model);
    }

    private record Ship(BoolVar used, IntVar[] given, LinearExprBuilder goal) {}

    /** One picker's shipment: its lots, its weight in steps of 250 g, and the tariff's answer to it. */
    private static void ship(CpModel model, Lots lots, int picker, Ship ship) {
        LinearExprBuilder load = LinearExpr.newBuilder();
        LinearExprBuilder all = LinearExpr.newBuilder();
        for (int item = 0; item < lots.items(); item++) {
            int gain = lots.gain(picker, item);
            ship.given[item] = model.newIntVar(0, gain, "");
            model.addLessOrEqual(ship.given[item], LinearExpr.term(ship.used, gain));
            load.addTerm(ship.given[item], lots.grams(item) / 250);
            all.add(ship.given[item]);
            ship.goal.addTerm(ship.given[item], lots.cost(picker, item));
        }
        model.addGreaterOrEqual(all, ship.used);
        int most = (int) (lots.loadMax(picker) / 250);
        for (int item = 0; item < lots.items(); item++) {
            most += (int) (lots.gain(picker, item) * lots.grams(item) / 250);
        }
        long[] tariff = new long[most + 1];
        for (int step = 0; step <= most; step++) {
            tariff[step] = lots.freight(picker, step * 250L);
        }
        IntVar weight = model.newIntVar(0, most, "");
        model.addEquality(weight, load);
        IntVar answer = model.newIntVar(0, 1_000_000, "");
        model.addElement(weight, tariff, answer);
        IntVar paid = model.newIntVar(0, 1_000_000, "");
        model.addGreaterOrEqual(paid, answer).onlyEnforceIf(ship.used);
        ship.goal.add(paid);
    }

    private static void draw(CpModel model, Lots lots, int picker, IntVar[] given) {
        Lots.Pools pools = lots.pools();
        for (int pool = 0; pool < pools.count(); pool++) {
            LinearExprBuilder drawn = LinearExpr.newBuilder();
            for (int item = 0; item < lots.items(); item++) {
                if (pools.touched()[item][0] == pool) {
                    drawn.addTerm(given[item], pools.drawn()[item][0]);
                }
            }
            model.addLessOrEqual(drawn, pools.stock()[picker * pools.count() + pool]);
        }
    }
}

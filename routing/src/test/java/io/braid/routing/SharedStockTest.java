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
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The fewest shipments where lines of one sku draw from one stock, or may go to few locations, against CP-SAT. */
class SharedStockTest {
    private static final long SEED = 20261126;
    private static final int INSTANCES = 800;

    private record Rules(boolean splitUnits, int shipmentsMax, int locationsPerLineMax) {
        static Rules random(Random random) {
            return new Rules(random.nextBoolean(), 1 + random.nextInt(5), 1 + random.nextInt(4));
        }

        Strategy strategy() {
            Map<String, Object> scenario = Trees.nearestFirst("FEWEST_SHIPMENTS");
            scenario.put(
                    "assignment",
                    Trees.object(
                            "mode",
                            "FEWEST_SHIPMENTS",
                            "splitUnits",
                            splitUnits,
                            "maxShipments",
                            shipmentsMax,
                            "maxLocationsPerLine",
                            locationsPerLineMax));
            return Trees.strategy(scenario);
        }
    }

    @BeforeAll
    static void load() {
        Loader.loadNativeLibraries();
    }

    @Test
    void is_what_the_solver_finds_and_proven() {
        for (int i = 0; i < INSTANCES; i++) {
            Random random = new Random(SEED + i);
            Question question = question(random);
            Rules rules = Rules.random(random);
            Plan plan = rules.strategy().route(question);
            long units = plan.assignments().stream()
                    .flatMap(assignment -> assignment.parts().stream())
                    .mapToLong(Plan.Part::quantity)
                    .sum();
            String story = "seed " + (SEED + i) + " " + rules + " " + question;
            long many = question.candidates().size() + 1L;
            assertThat(units * many - plan.assignments().size()).as(story).isEqualTo(truth(question, rules));
            assertThat(plan.optimal()).as(story).isTrue();
            assertThat(plan.gap()).as(story).isZero();
        }
    }

    /** Up to six lines of up to three skus at up to eight locations. */
    private static Question question(Random random) {
        StringBuilder lines = new StringBuilder();
        StringBuilder spots = new StringBuilder();
        StringBuilder stock = new StringBuilder();
        int lineCount = 2 + random.nextInt(5);
        int spotCount = 1 + random.nextInt(8);
        for (int line = 0; line < lineCount; line++) {
            lines.append("S" + random.nextInt(3) + " " + (1 + random.nextInt(4)) + ", ");
        }
        for (int spot = 0; spot < spotCount; spot++) {
            spots.append("L" + spot + " " + (1 + random.nextInt(9)) + ", ");
            stock.append(spot == 0 ? "L" : ", L").append(spot);
            for (int sku = 0; sku < 3; sku++) {
                stock.append(" S" + sku + ":" + random.nextInt(7));
            }
        }
        return Network.of(spots.toString()).question(lines.toString(), stock.toString());
    }

    /** The most of units times more than there are locations, less the locations used. */
    private static long truth(Question question, Rules rules) {
        Truth truth = new Truth(question, rules);
        question.candidates().forEach(truth::add);
        return truth.solve();
    }

    /** The same question in the solver's words. */
    private static final class Truth {
        private final CpModel model = new CpModel();
        private final LinearExprBuilder goal = LinearExpr.newBuilder();
        private final LinearExprBuilder opened = LinearExpr.newBuilder();
        private final Map<Integer, LinearExprBuilder> givers = new HashMap<>();
        private final Map<Integer, LinearExprBuilder> sums = new HashMap<>();
        private final Question question;
        private final Rules rules;

        Truth(Question question, Rules rules) {
            this.question = question;
            this.rules = rules;
        }

        void add(Candidate candidate) {
            BoolVar used = model.newBoolVar("");
            opened.add(used);
            goal.addTerm(used, -1);
            Map<String, LinearExprBuilder> drawn = new HashMap<>();
            Map<String, Integer> stock = new HashMap<>();
            for (Candidate.Offer offer : candidate.offers()) {
                LineFacts line = question.lines().get(offer.line() - 1);
                IntVar units = units(line, used);
                drawn.computeIfAbsent(line.sku(), unseen -> LinearExpr.newBuilder())
                        .add(units);
                stock.put(line.sku(), offer.available());
            }
            drawn.forEach((sku, units) -> model.addLessOrEqual(units, stock.getOrDefault(sku, 0)));
        }

        private IntVar units(LineFacts line, BoolVar used) {
            BoolVar gives = model.newBoolVar("");
            IntVar units = model.newIntVar(0, line.quantity(), "");
            LinearExpr whole = LinearExpr.term(gives, line.quantity());
            model.addImplication(gives, used);
            if (rules.splitUnits) {
                model.addLessOrEqual(units, whole);
            } else {
                model.addEquality(units, whole);
            }
            goal.addTerm(units, question.candidates().size() + 1L);
            givers.computeIfAbsent(line.line(), unseen -> LinearExpr.newBuilder())
                    .add(gives);
            sums.computeIfAbsent(line.line(), unseen -> LinearExpr.newBuilder()).add(units);
            return units;
        }

        long solve() {
            model.addLessOrEqual(opened, rules.shipmentsMax);
            givers.values().forEach(each -> model.addLessOrEqual(each, rules.locationsPerLineMax));
            sums.forEach((line, units) ->
                    model.addLessOrEqual(units, question.lines().get(line - 1).quantity()));
            model.maximize(goal);
            CpSolver solver = new CpSolver();
            solver.getParameters().setNumWorkers(1);
            assertThat(solver.solve(model)).isEqualTo(CpSolverStatus.OPTIMAL);
            return Math.round(solver.objectiveValue());
        }
    }
}

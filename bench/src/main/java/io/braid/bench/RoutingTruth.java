package io.braid.bench;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import io.braid.routing.Candidate;
import io.braid.routing.Carriage;
import io.braid.routing.LineFacts;
import io.braid.routing.Plan;
import io.braid.routing.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The searches against OR-tools CP-SAT, one worker, on the first questions of a mark, both timed in the same run. Every
 * line of these questions can be served, so plans are compared by their shipments or their cost alone.
 */
final class RoutingTruth {
    private static final int QUESTIONS = 20;
    private static final int WARMING_ROUNDS = 100;
    private static final double SECONDS_MAX = 3;
    private static final List<int[]> SIZES =
            List.of(new int[] {20, 3}, new int[] {20, 10}, new int[] {200, 3}, new int[] {200, 10});

    /** What a size came to; the gap is the widest of ours to what the solver has proven or found. */
    record Row(int locations, int lines, String mode, int proven, int equal, double gap, Millis millis) {}

    /** Middle times per question. */
    record Millis(double ours, double theirs) {}

    private RoutingTruth() {}

    static List<Row> compare() {
        Loader.loadNativeLibraries();
        List<Row> rows = new ArrayList<>();
        for (int[] size : SIZES) {
            for (String mode : List.of("FEWEST_SHIPMENTS", "LOWEST_COST")) {
                rows.add(compare(size[0], size[1], mode));
            }
        }
        return rows;
    }

    private static Row compare(int locations, int lines, String mode) {
        RoutingMarks marks = new RoutingMarks();
        marks.locations = locations;
        marks.lines = lines;
        marks.mode = mode;
        marks.prepare();
        List<Question> questions = marks.questions().subList(0, QUESTIONS);
        for (int round = 0; round < WARMING_ROUNDS; round++) {
            questions.forEach(marks::route);
        }
        int proven = 0;
        int equal = 0;
        double gap = 0;
        double ours = 0;
        double theirs = 0;
        for (Question question : questions) {
            long began = System.nanoTime();
            Plan plan = marks.route(question);
            ours += System.nanoTime() - began;
            began = System.nanoTime();
            Answer truth = new Model(question, mode.equals("LOWEST_COST")).solve();
            theirs += System.nanoTime() - began;
            long found = mode.equals("LOWEST_COST")
                    ? cents(plan)
                    : plan.assignments().size();
            proven += truth.proven ? 1 : 0;
            equal += found == truth.value ? 1 : 0;
            gap = Math.max(gap, (double) (found - truth.value) / truth.value);
        }
        Millis millis = new Millis(ours / 1e6 / QUESTIONS, theirs / 1e6 / QUESTIONS);
        return new Row(locations, lines, mode, proven, equal, gap, millis);
    }

    private static long cents(Plan plan) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Plan.Assignment assignment : plan.assignments()) {
            Plan.Cost cost = assignment.cost();
            sum = cost == null ? sum : sum.add(cost.total());
        }
        return sum.movePointRight(2).longValueExact();
    }

    private record Answer(long value, boolean proven) {}

    /** One question in the solver's words: each line at one location, each location's shipment with its pounds. */
    private static final class Model {
        private final CpModel model = new CpModel();
        private final LinearExprBuilder goal = LinearExpr.newBuilder();
        private final Map<Integer, LinearExprBuilder> givers = new HashMap<>();
        private final Question question;
        private final boolean priced;

        Model(Question question, boolean priced) {
            this.question = question;
            this.priced = priced;
            question.candidates().forEach(this::add);
            givers.values().forEach(each -> model.addEquality(each, 1));
            model.minimize(goal);
        }

        private void add(Candidate candidate) {
            BoolVar used = model.newBoolVar("");
            LinearExprBuilder grams = LinearExpr.newBuilder();
            long most = 0;
            for (Candidate.Offer offer : candidate.offers()) {
                LineFacts line = question.lines().get(offer.line() - 1);
                if (offer.available() >= line.quantity()) {
                    BoolVar gives = model.newBoolVar("");
                    long weight = (long) line.quantity() * line.weightGrams();
                    most += weight;
                    grams.addTerm(gives, weight);
                    model.addImplication(gives, used);
                    givers.computeIfAbsent(line.line(), unseen -> LinearExpr.newBuilder())
                            .add(gives);
                    goal.addTerm(gives, priced ? line.quantity() * unitCents(offer) : 0);
                }
            }
            Carriage carriage = candidate.carriage();
            if (!priced || carriage == null) {
                goal.addTerm(used, 1);
                return;
            }
            int zone = carriage.transitDays();
            IntVar pounds = model.newIntVar(0, most / RoutingMarks.POUND, "");
            LinearExprBuilder room = LinearExpr.newBuilder();
            room.addTerm(pounds, RoutingMarks.POUND).add(RoutingMarks.POUND - 1);
            model.addLessOrEqual(grams, room);
            goal.addTerm(used, RoutingMarks.firstCents(zone) + RoutingMarks.SPLIT_CENTS);
            goal.addTerm(pounds, RoutingMarks.centsPerPound(zone));
        }

        private static long unitCents(Candidate.Offer offer) {
            BigDecimal cost = offer.unitCost();
            return RoutingMarks.HANDLING_CENTS
                    + (cost == null ? 0 : cost.movePointRight(2).longValueExact());
        }

        Answer solve() {
            CpSolver solver = new CpSolver();
            solver.getParameters().setNumWorkers(1).setMaxTimeInSeconds(SECONDS_MAX);
            CpSolverStatus status = solver.solve(model);
            long first = priced ? RoutingMarks.SPLIT_CENTS : 0;
            return new Answer(Math.round(solver.objectiveValue()) - first, status == CpSolverStatus.OPTIMAL);
        }
    }
}

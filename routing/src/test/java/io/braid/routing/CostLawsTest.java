package io.braid.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must hold of the least cost, tried on thousands of random questions. */
class CostLawsTest {
    private static final long SEED = 815;
    private static final int CASES = 1_500;

    private interface Law {
        void hold(Random random, Strategy strategy, Question question, Plan plan);
    }

    private static void always(Law law) {
        for (int i = 0; i < CASES; i++) {
            Random random = new Random(SEED + i);
            Map<String, Object> scenario = Trees.nearestFirst("LOWEST_COST");
            scenario.put("assignment", RandomQuestions.cheapest(random.nextBoolean(), 1 + random.nextInt(5)));
            Strategy strategy = Trees.strategy(scenario);
            Question question = RandomQuestions.question(random, 1 + random.nextInt(10), 1 + random.nextInt(4));
            try {
                law.hold(random, strategy, question, strategy.route(question));
            } catch (RuntimeException | AssertionError broken) {
                throw new AssertionError("seed " + (SEED + i), broken);
            }
        }
    }

    @Test
    void every_plan_of_this_size_is_proven_and_says_what_it_costs() {
        always((random, strategy, question, plan) -> {
            assertThat(plan.optimal()).isTrue();
            assertThat(plan.gap()).isZero();
            assertThat(plan.assignments()).allMatch(each -> each.cost() != null);
            assertThat(Decision.decode(plan.decision().encoded())).isEqualTo(plan.decision());
        });
    }

    @Test
    void the_order_of_candidates_changes_nothing_and_asking_twice_neither() {
        always((random, strategy, question, plan) -> {
            List<Candidate> shuffled = new ArrayList<>(question.candidates());
            Collections.shuffle(shuffled, random);
            Question other = new Question(question.at(), question.order(), question.lines(), shuffled);
            assertThat(strategy.route(other)).isEqualTo(plan);
            assertThat(strategy.route(question)).isEqualTo(plan);
        });
    }

    @Test
    void a_location_that_is_dearer_in_everything_changes_nothing() {
        always((random, strategy, question, plan) -> {
            Candidate model = question.candidates()
                    .get(random.nextInt(question.candidates().size()));
            if (plan.assignments().size() == 1 && plan.unassigned().isEmpty() && isServing(question, model)) {
                Plan other = strategy.route(
                        with(question, dearer(model, model.location().place())));
                assertThat(Network.told(other)).isEqualTo(Network.told(plan));
            }
        });
    }

    @Test
    void a_location_that_is_dearer_in_everything_changes_nothing_wherever_it_is_ranked() {
        always(CostLawsTest::changesNothing);
    }

    /** Every unit costs the same everywhere, and every shipment too: nearly every answer has equals. */
    @Test
    void of_answers_that_cost_the_same_the_same_one_is_given_whoever_dearer_is_ranked_between() {
        Map<String, Object> scenario = Trees.nearestFirst("LOWEST_COST");
        for (int i = 0; i < CASES; i++) {
            Random random = new Random(SEED + i);
            Map<String, Object> assignment = RandomQuestions.cheapest(random.nextBoolean(), 5);
            assignment.put(
                    "objective",
                    Trees.list(Trees.object("cost", "UNIT_COST"), Trees.object("cost", "SPLIT", "amount", i % 2)));
            scenario.put("assignment", assignment);
            Strategy strategy = Trees.strategy(scenario);
            Question question = flat(RandomQuestions.question(random, 2 + random.nextInt(8), 1 + random.nextInt(4)));
            try {
                changesNothing(random, strategy, question, strategy.route(question));
            } catch (RuntimeException | AssertionError broken) {
                throw new AssertionError("seed " + (SEED + i), broken);
            }
        }
    }

    private static Question flat(Question question) {
        List<Candidate> flat = question.candidates().stream()
                .map(each -> new Candidate(
                        each.location(),
                        each.usedToday(),
                        each.offers().stream()
                                .map(offer -> new Candidate.Offer(offer.line(), offer.available(), BigDecimal.TEN))
                                .toList(),
                        each.carriage()))
                .toList();
        return new Question(question.at(), question.order(), question.lines(), flat);
    }

    private static void changesNothing(Random random, Strategy strategy, Question question, Plan plan) {
        Candidate model =
                question.candidates().get(random.nextInt(question.candidates().size()));
        if (plan.unassigned().isEmpty() && isServing(question, model)) {
            Place between = question.candidates()
                    .get(random.nextInt(question.candidates().size()))
                    .location()
                    .place();
            Plan other = strategy.route(with(question, dearer(model, between)));
            assertThat(Network.told(other)).isEqualTo(Network.told(plan));
        }
    }

    /** A candidate with a carriage that failed none of the lines. */
    private static boolean isServing(Question question, Candidate candidate) {
        String code = candidate.location().code();
        return candidate.carriage() != null
                && question.lines().stream()
                        .noneMatch(line -> line.excludedLocations().containsKey(code));
    }

    private static Question with(Question question, Candidate one) {
        List<Candidate> more = new ArrayList<>(question.candidates());
        more.add(one);
        return new Question(question.at(), question.order(), question.lines(), more);
    }

    /** The model's twin somewhere, with the same stock at a higher price and a dearer carrier. */
    private static Candidate dearer(Candidate model, Place place) {
        LocationFacts facts = model.location();
        LocationFacts.Identity was = facts.identity();
        LocationFacts.Identity identity =
                new LocationFacts.Identity("ZZZ", "STORE", was.active(), was.rank(), was.groups());
        LocationFacts twin = new LocationFacts(identity, place, facts.workday(), facts.attributes());
        List<Candidate.Offer> offers = model.offers().stream()
                .map(offer -> new Candidate.Offer(offer.line(), offer.available(), new BigDecimal("19.99")))
                .toList();
        Carriage.Tariff tariff = Objects.requireNonNull(model.carriage()).tariff();
        Carriage carriage =
                new Carriage("UPS", "GROUND", "Z9", 9, null, null, grams -> 2_000 + 2 * tariff.costOf(grams));
        return new Candidate(twin, model.usedToday(), offers, carriage);
    }

    @Test
    void more_stock_never_serves_less_and_never_costs_more() {
        always((random, strategy, question, plan) -> {
            int lucky = random.nextInt(question.candidates().size());
            List<Candidate> more = new ArrayList<>(question.candidates());
            Candidate before = more.get(lucky);
            List<Candidate.Offer> offers = before.offers().stream()
                    .map(offer -> new Candidate.Offer(offer.line(), offer.available() + 3, offer.unitCost()))
                    .toList();
            more.set(lucky, new Candidate(before.location(), before.usedToday(), offers, before.carriage()));
            Plan richer = strategy.route(new Question(question.at(), question.order(), question.lines(), more));
            assertThat(placed(richer)).isGreaterThanOrEqualTo(placed(plan));
            if (placed(richer) == placed(plan)) {
                assertThat(cost(richer)).isLessThanOrEqualTo(cost(plan));
            }
        });
    }

    private static int placed(Plan plan) {
        return plan.assignments().stream()
                .flatMap(assignment -> assignment.parts().stream())
                .mapToInt(Plan.Part::quantity)
                .sum();
    }

    private static BigDecimal cost(Plan plan) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Plan.Assignment assignment : plan.assignments()) {
            Plan.Cost cost = assignment.cost();
            sum = cost == null ? sum : sum.add(cost.total());
        }
        return sum;
    }
}

package io.braid.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
            Carriage carriage = model.carriage();
            if (plan.assignments().size() > 1 || !plan.unassigned().isEmpty() || carriage == null) {
                return;
            }
            LocationFacts facts = model.location();
            LocationFacts.Identity identity = new LocationFacts.Identity(
                    "ZZZ",
                    "STORE",
                    facts.identity().active(),
                    facts.identity().rank(),
                    facts.identity().groups());
            LocationFacts copy = new LocationFacts(identity, facts.place(), facts.workday(), facts.attributes());
            Carriage dearer = new Carriage(
                    "UPS",
                    "GROUND",
                    "Z9",
                    9,
                    null,
                    null,
                    grams -> 2_000 + 2 * carriage.tariff().costOf(grams));
            List<Candidate.Offer> offers = model.offers().stream()
                    .map(offer -> new Candidate.Offer(offer.line(), offer.available(), new BigDecimal("19.99")))
                    .toList();
            boolean failed = question.lines().stream()
                    .anyMatch(line -> line.excludedLocations().contains(facts.code()));
            if (!failed) {
                List<Candidate> more = new ArrayList<>(question.candidates());
                more.add(new Candidate(copy, model.usedToday(), offers, dearer));
                Plan other = strategy.route(new Question(question.at(), question.order(), question.lines(), more));
                assertThat(Network.told(other)).isEqualTo(Network.told(plan));
            }
        });
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

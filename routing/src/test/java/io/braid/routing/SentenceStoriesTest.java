package io.braid.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid.kernel.OpeningHours;
import io.braid.kernel.OpeningHours.Window;
import io.braid.routing.Decision.Match;
import io.braid.routing.Decision.Reason;
import io.braid.routing.Decision.Rule;
import io.braid.routing.Decision.Standing;
import io.braid.routing.Decision.Tried;
import io.braid.routing.Decision.Verdict;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a decision says of a location that was left out. */
class SentenceStoriesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        W1  | location.beforeCutOff      | EQUALS           | 14:00 | 14:12 CST | cut-off 14:00 CST passed 12 minutes before the order
        W2  | location.beforeCutOff      | EQUALS           | 14:00 | 14:01 CST | cut-off 14:00 CST passed 1 minute before the order
        W3  | location.beforeCutOff      | EQUALS           | 14:00 | 14:00 EST | cut-off 14:00 EST passed less than a minute before the order
        W4  | location.beforeCutOff      | EQUALS           | 14:00 | 16:05 CDT | cut-off 14:00 CDT passed 2 hours 5 minutes before the order
        W5  | location.beforeCutOff      | EQUALS           | 14:00 | 15:00 CDT | cut-off 14:00 CDT passed 1 hour before the order
        W6  | location.beforeCutOff      | EQUALS           | true  | false     | its cut-off had passed
        W7  | location.operatingNow      | EQUALS           | open 09:00–17:00 | 22:30 CST on Monday | closed at 22:30 CST on Monday (open 09:00–17:00)
        W8  | location.operatingNow      | EQUALS           | true  | false     | it was closed
        W9  | location.active            | EQUALS           | true  | false     | not active
        W10 | location.holidayToday      | EQUALS           | false | true      | today is one of its holidays
        W11 | location.inDowntime        | EQUALS           | false | true      | in a planned downtime
        W12 | distanceKm                 | LESS_OR_EQUAL    | 2500  | 4448      | 4448 km away, must be at most 2500
        W13 | distanceKm                 | LESS             | 100   |           | its distance is unknown: it or the destination has no coordinates
        W14 | available                  | GREATER_OR_EQUAL | 3     | 0         | has none, needs at least 3 (line 2)
        W15 | available                  | GREATER          | 5     | 5         | has 5, needs more than 5 (line 2)
        W16 | location.remainingCapacity | GREATER          | 0     | 0         | its capacity is used up
        W17 | location.remainingCapacity | GREATER_OR_EQUAL | 10    | 4         | capacity left for 4 more shipments, must be at least 10
        W18 | location.remainingUnits    | GREATER_OR_EQUAL |       | 2         | capacity left for only 2 more units (line 2)
        W19 | location.remainingMoney    | GREATER_OR_EQUAL |       | 12.50     | capacity left for goods worth only 12.5 (line 2)
        W20 | location.fulfillmentTypes  | CONTAINS         | PICKUP | SHIP     | does not fulfill PICKUP, only SHIP
        W21 | shippingCost               | LESS_OR_EQUAL    | 10    | 12.5      | shipping from there costs 12.5, must be at most 10
        W22 | shippingCost               | LESS_OR_EQUAL    | 10    |           | no carrier's service is known from there to the destination
        W23 | transitDays                | LESS_OR_EQUAL    | 2     | 4         | 4 days on the road, must be at most 2
        W24 | promiseDays                | LESS             | 3     | 5         | delivery would be promised in 5 days, must be less than 3
        W25 | unitCost                   | LESS             | 3     | 5         | a unit costs 5, must be less than 3 (line 2)
        W26 | location.attributes.dock   | EQUALS           | north | south     | location.attributes.dock south is not north
        W27 | reassignments              | LESS             | 1     | 1         | assigned anew once already, and the strategy allows 1 (line 2)
        W28 | location.remainingCapacity | GREATER          | 40 shipments a day, until 2026-11-24 00:00 CST | 0 | its capacity is used up: 40 shipments a day, until 2026-11-24 00:00 CST
        W29 | location.remainingUnits    | GREATER_OR_EQUAL | 50 units an hour, until 2026-11-23 15:00 CST | 2 | capacity left for only 2 more units, of 50 units an hour, until 2026-11-23 15:00 CST (line 2)
        W30 | shipping cost              | EXISTS           | true  | UPS has no zone for 99501 | shipping cost is unknown: UPS has no zone for 99501
        """)
    void a_rule_that_failed_is_told_in_the_words_of_its_field(
            String story,
            String field,
            Relation relation,
            @Nullable String limit,
            @Nullable String value,
            String told) {
        Rule rule = new Rule("/filters/0", field, relation, typed(limit));
        Verdict verdict = left("MEM", new Reason(rule, typed(value), told.endsWith("(line 2)") ? 2 : 0));
        assertThat(sentence(verdict)).isEqualTo("Not MEM: " + told);
    }

    @Test
    void barred_units_and_an_earlier_failure_have_sentences_without_a_field() {
        Reason barred = new Reason(
                new Rule(DecisionText.BARRED, null, Relation.EXISTS, null), "no contracted price for MUG", 1);
        Reason failed = new Reason(new Rule("excluded", null, Relation.NOT_EQUALS, null), null, 2);
        assertThat(sentence(left("MEM", barred, failed)))
                .isEqualTo("Not MEM: no contracted price for MUG (line 1); it failed the line before (line 2)");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        W37 | before the cut-off, nothing is said   | 2026-11-23T19:59:59Z | location.beforeCutOff |
        W31 | at the cut-off                        | 2026-11-23T20:00:30Z | location.beforeCutOff | cut-off 14:00 CST passed less than a minute before the order
        W32 | twelve minutes late                   | 2026-11-23T20:12:50Z | location.beforeCutOff | cut-off 14:00 CST passed 12 minutes before the order
        W33 | in summer time                        | 2026-07-23T20:12:00Z | location.beforeCutOff | cut-off 14:00 CDT passed 1 hour 12 minutes before the order
        W34 | open                                  | 2026-11-23T16:00:00Z | location.operatingNow |
        W35 | after hours                           | 2026-11-24T04:30:00Z | location.operatingNow | closed at 22:30 CST on Monday (open 09:00–17:00)
        W36 | on a day without hours                | 2026-11-22T18:00:00Z | location.operatingNow | closed at 12:00 CST on Sunday (not open on that day)
        """)
    void what_the_clock_on_the_wall_showed_is_kept(
            String story, String meaning, Instant at, String field, @Nullable String told) {
        Decision decision = decide(at, field);
        Verdict verdict = decision.scenarios().getFirst().candidates().getFirst();
        assertThat(sentence(verdict))
                .as(meaning)
                .isEqualTo(told == null ? sentence(chosen(verdict)) : "Not MEM: " + told);
        assertThat(Decision.decode(decision.encoded())).isEqualTo(decision);
    }

    private static Verdict chosen(Verdict verdict) {
        assertThat(verdict.standing()).isEqualTo(Standing.CHOSEN);
        return verdict;
    }

    private static Decision decide(Instant at, String field) {
        OpeningHours hours = new OpeningHours(
                ZoneId.of("America/Chicago"),
                List.of(
                        new Window(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0)),
                        new Window(DayOfWeek.THURSDAY, LocalTime.of(9, 0), LocalTime.of(17, 0))),
                Set.of());
        LocationFacts memphis = new LocationFacts(
                new LocationFacts.Identity("MEM", "WAREHOUSE", true, 0, Set.of()),
                new Place(null, "US", "TN", "38118"),
                new LocationFacts.Workday(hours, LocalTime.of(14, 0), null, Set.of()),
                Map.of());
        Question like = Network.of("MEM 1").question("A 1", "MEM A:1");
        Candidate candidate = new Candidate(memphis, 0, List.of(new Candidate.Offer(1, 5, null)));
        Question question = new Question(at, like.order(), like.lines(), List.of(candidate));
        return Trees.strategy(Trees.scenario(
                        "in time", "FIRST_FIT", Trees.list(Trees.filter(field, "EQUALS", true)), Trees.list()))
                .route(question)
                .decision();
    }

    private static Verdict left(String location, Reason... reasons) {
        return new Verdict(location, Standing.FILTERED, 0, null, List.of(reasons));
    }

    private static String sentence(Verdict verdict) {
        Decision decision = new Decision("s", 1, Network.MONDAY_NOON, 0, "SHIP", List.of());
        return new DecisionText(decision).sentence(new Tried("s", Match.NONE, null, List.of(verdict)), verdict);
    }

    private static @Nullable Object typed(@Nullable String text) {
        if (text == null || text.equals("true") || text.equals("false")) {
            return text == null ? null : (Object) Boolean.valueOf(text);
        }
        return text.matches("\\d+")
                ? (Object) Long.valueOf(text)
                : text.matches("[\\d.]+") ? new BigDecimal(text) : text;
    }
}

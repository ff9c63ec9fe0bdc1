package io.braid.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid.kernel.OpeningHours;
import io.braid.kernel.WorkingTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * On which day an order leaves, on the days on which calendars are odd: clocks go forward on 14 March 2027 (02:00 is
 * 03:00), back on 1 November 2026 (02:00 is 01:00), 2028 has a leap day, and the first of January is a holiday.
 */
class ShipDayTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Set<LocalDate> HOLIDAYS = Set.of(LocalDate.of(2027, 1, 1), LocalDate.of(2028, 1, 1));

    /** Every day: DAY is 09:00 to 17:00, NIGHT 00:00 to 05:00, LATE 22:00 to 06:00, ALWAYS without windows. */
    private static OpeningHours hours(String shift) {
        LocalTime open = switch (shift) {
            case "DAY" -> LocalTime.of(9, 0);
            case "LATE" -> LocalTime.of(22, 0);
            default -> LocalTime.MIDNIGHT;
        };
        LocalTime close = switch (shift) {
            case "DAY" -> LocalTime.of(17, 0);
            case "LATE" -> LocalTime.of(6, 0);
            default -> LocalTime.of(5, 0);
        };
        List<OpeningHours.Window> windows = shift.equals("ALWAYS")
                ? List.of()
                : Arrays.stream(DayOfWeek.values())
                        .map(day -> new OpeningHours.Window(day, open, close))
                        .toList();
        return new OpeningHours(NEW_YORK, windows, HOLIDAYS);
    }

    private static OptionalInt days(
            String shift, @Nullable String cutOff, double work, String now, WorkingTime.Pause... downtimes) {
        WorkingTime time =
                new WorkingTime(hours(shift), cutOff == null ? null : LocalTime.parse(cutOff), List.of(downtimes));
        return new ShipDay(time, Duration.ofMinutes(Math.round(work * 60)))
                .after(LocalDateTime.parse(now).atZone(NEW_YORK).toInstant());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        N01 | a minute before the cut-off                | DAY    | 14:00 | 0   | 2026-11-23T13:59 | 0
        N02 | at the cut-off                             | DAY    | 14:00 | 0   | 2026-11-23T14:00 | 1
        N03 | at night, before it opens                  | DAY    | 14:00 | 0   | 2026-11-23T03:00 | 0
        N04 | after it has closed                        | DAY    |       | 0   | 2026-11-23T17:01 | 1
        N05 | eight hours are a day                      | DAY    |       | 8   | 2026-11-23T09:00 | 0
        N06 | and a minute more is not                   | DAY    |       | 8.1 | 2026-11-23T09:00 | 1
        N07 | work goes on in the morning                | DAY    | 14:00 | 5   | 2026-11-23T13:30 | 1
        N08 | two days of work                           | DAY    |       | 16  | 2026-11-23T12:00 | 2
        N11 | the eve of summer time                     | DAY    | 14:00 | 0   | 2027-03-13T14:30 | 1
        N12 | before the hour that is skipped            | NIGHT  | 02:30 | 0   | 2027-03-14T01:59 | 0
        N13 | after a cut-off within it                  | NIGHT  | 02:30 | 0   | 2027-03-14T03:00 | 1
        N14 | the skipped hour is no work                | NIGHT  |       | 4   | 2027-03-14T00:00 | 0
        N15 | so that four hours are a night's work      | NIGHT  |       | 4.1 | 2027-03-14T00:00 | 1
        N16 | work over the night of the change          | DAY    |       | 9   | 2027-03-13T10:00 | 1
        N21 | the hour that comes twice, before its cut-off | NIGHT | 01:30 | 0 | 2026-11-01T01:29 | 0
        N22 | at a cut-off within it                     | NIGHT  | 01:30 | 0   | 2026-11-01T01:30 | 1
        N23 | the repeated hour counts twice             | NIGHT  |       | 6   | 2026-11-01T00:00 | 0
        N24 | and no more                                | NIGHT  |       | 6.1 | 2026-11-01T00:00 | 1
        N25 | the eve of winter time                     | DAY    | 14:00 | 0   | 2026-10-31T14:00 | 1
        N31 | the eve of a leap day                      | DAY    | 14:00 | 0   | 2028-02-28T15:00 | 1
        N32 | on the leap day                            | DAY    | 14:00 | 0   | 2028-02-29T13:59 | 0
        N33 | and after its cut-off                      | DAY    | 14:00 | 0   | 2028-02-29T14:00 | 1
        N34 | work over the leap day                     | DAY    |       | 17  | 2028-02-28T09:00 | 2
        N35 | no leap day                                | DAY    |       | 17  | 2027-02-28T09:00 | 2
        N41 | the last minute of the year                | ALWAYS |       | 0   | 2026-12-31T23:59 | 0
        N42 | New Year's Eve after the cut-off           | DAY    | 14:00 | 0   | 2026-12-31T15:00 | 2
        N43 | New Year's Day                             | DAY    | 14:00 | 0   | 2027-01-01T09:00 | 1
        N61 | in the night that began yesterday          | LATE   |       | 0   | 2026-11-24T03:00 | 0
        N62 | with work enough for the rest of it        | LATE   |       | 3   | 2026-11-24T03:00 | 0
        N63 | with more than the night has left          | LATE   |       | 3.1 | 2026-11-24T03:00 | 0
        N64 | and more than the evening has              | LATE   |       | 5.1 | 2026-11-24T03:00 | 1
        N65 | in the evening, done behind midnight       | LATE   |       | 2.5 | 2026-11-24T22:00 | 1
        N66 | done at midnight                           | ALWAYS |       | 2   | 2026-11-24T22:00 | 0
        N44 | and when that is a Saturday of a leap year | DAY    | 14:00 | 4   | 2027-12-31T13:30 | 2
        """)
    void an_order_leaves_on_that_day(
            String id, String story, String shift, @Nullable String cutOff, double work, String now, int days) {
        assertThat(days(shift, cutOff, work, now)).as(id + " " + story).hasValue(days);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        N51 | down over the skipped hour, up at three    | 2027-03-14T06:30:00Z | 2027-03-14T07:00:00Z | 20   | 2027-03-14T01:45 | 0
        N52 | and an hour too few are left               | 2027-03-14T06:30:00Z | 2027-03-14T07:00:00Z | 21.5 | 2027-03-14T01:45 | 1
        N53 | down in the first of the two equal hours   | 2026-11-01T05:00:00Z | 2026-11-01T06:00:00Z | 22.5 | 2026-11-01T01:30 | 0
        N54 | down for the whole leap day                | 2028-02-29T05:00:00Z | 2028-03-01T05:00:00Z | 0    | 2028-02-29T10:00 | 1
        N55 | down from the old year to the third        | 2026-12-31T12:00:00Z | 2027-01-03T05:00:00Z | 0    | 2026-12-31T10:00 | 3
        """)
    void it_leaves_when_downtime_has_ended(
            String id, String story, Instant from, Instant to, double work, String now, int days) {
        assertThat(days("ALWAYS", null, work, now, new WorkingTime.Pause(from, to)))
                .as(id + " " + story)
                .hasValue(days);
    }

    @Test
    void a_location_that_rests_for_more_than_a_year_never_ships() {
        Set<LocalDate> rest = new HashSet<>(Stream.iterate(LocalDate.of(2027, 2, 1), day -> day.plusDays(1))
                .limit(800)
                .toList());
        OpeningHours closed = new OpeningHours(NEW_YORK, List.of(), rest);
        assertThat(new ShipDay(new WorkingTime(closed, null, List.of()), Duration.ZERO)
                        .after(Instant.parse("2027-02-01T17:00:00Z")))
                .isEmpty();
    }
}

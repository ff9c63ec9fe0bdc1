package io.braid.carriage;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid.carriage.CarrierRow.Calendar;
import io.braid.kernel.OpeningHours;
import io.braid.kernel.WorkingTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an order arrives and until when to place it: the calendar alone, location by the wall clock of Chicago. */
class TimetableTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(MONDAY, FRIDAY);
    private static final Set<LocalDate> HOLIDAYS =
            Set.of(LocalDate.parse("2026-11-26"), LocalDate.parse("2026-12-25"), LocalDate.parse("2027-01-01"));

    /** Open 08:00 to 17:00 on weekdays, cut-off 14:00; fetched weekdays at 18:00, delivered Monday to Saturday. */
    @ParameterizedTest(name = "{0}: {1}, {2} h work, {3} days")
    @CsvSource(delimiter = '|', textBlock = """
        a minute before the cut-off       | 2026-11-23T13:59 | 0  | 1 | 2026-11-24 | 2026-11-23T14:00
        the cut-off itself is too late    | 2026-11-23T14:00 | 0  | 1 | 2026-11-25 | 2026-11-24T14:00
        12 minutes past the cut-off       | 2026-11-23T14:12 | 0  | 1 | 2026-11-25 | 2026-11-24T14:00
        at night, before it opens         | 2026-11-23T03:00 | 0  | 1 | 2026-11-24 | 2026-11-23T14:00
        three hours of work fit           | 2026-11-23T13:00 | 3  | 1 | 2026-11-24 | 2026-11-23T14:00
        four hours of work do not         | 2026-11-23T13:30 | 4  | 1 | 2026-11-25 | 2026-11-24T13:00
        a whole day of work               | 2026-11-23T07:00 | 9  | 1 | 2026-11-24 | 2026-11-23T08:00
        ten hours are more than a day     | 2026-11-23T08:00 | 10 | 1 | 2026-11-25 | 2026-11-23T14:00
        Friday evening waits for Monday   | 2026-11-20T19:00 | 0  | 1 | 2026-11-24 | 2026-11-23T14:00
        Friday noon arrives on Saturday   | 2026-11-20T12:00 | 0  | 1 | 2026-11-21 | 2026-11-20T14:00
        Friday noon, three days           | 2026-11-20T12:00 | 0  | 3 | 2026-11-24 | 2026-11-20T14:00
        over Thanksgiving                 | 2026-11-25T12:00 | 0  | 1 | 2026-11-27 | 2026-11-25T14:00
        ordered on the holiday            | 2026-11-26T09:00 | 0  | 1 | 2026-11-28 | 2026-11-27T14:00
        over the end of the year          | 2026-12-31T12:00 | 0  | 2 | 2027-01-04 | 2026-12-31T14:00
        a leap day is a day on the road   | 2028-02-28T12:00 | 0  | 1 | 2028-02-29 | 2028-02-28T14:00
        and one to order on               | 2028-02-29T12:00 | 0  | 2 | 2028-03-02 | 2028-02-29T14:00
        no leap day in 2027               | 2027-02-26T15:00 | 0  | 1 | 2027-03-02 | 2027-03-01T14:00
        clocks go forward on Sunday       | 2027-03-12T15:00 | 0  | 1 | 2027-03-16 | 2027-03-15T14:00
        clocks go back on Sunday          | 2026-10-30T15:00 | 0  | 1 | 2026-11-03 | 2026-11-02T14:00
        same day                          | 2026-11-23T09:00 | 0  | 0 | 2026-11-23 | 2026-11-23T14:00
        """)
    void an_office_by_day(String what, String ordered, int hours, int transit, String arrives, String orderBy) {
        Timetable timetable = timetable(office("14:00"), hours, calendar("18:00"));

        Timetable.Arrival arrival = timetable.arrival(local(ordered), transit);

        assertThat(arrival).as(what).isEqualTo(new Timetable.Arrival(LocalDate.parse(arrives), local(orderBy)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        down over the order and two days  | 2026-11-23T00:00 | 2026-11-25T00:00 | 2026-11-27 | 2026-11-25T14:00
        down until noon of the day        | 2026-11-23T00:00 | 2026-11-23T12:00 | 2026-11-24 | 2026-11-23T14:00
        down after the order, work left   | 2026-11-23T10:00 | 2026-11-24T10:00 | 2026-11-25 | 2026-11-24T14:00
        down before, over long since      | 2026-11-01T00:00 | 2026-11-02T00:00 | 2026-11-24 | 2026-11-23T14:00
        """)
    void nobody_works_in_a_planned_downtime(String what, String from, String to, String arrives, String orderBy) {
        WorkingTime.Pause down = new WorkingTime.Pause(local(from), local(to));
        Timetable timetable = timetable(office("14:00", down), 2, calendar("18:00"));

        assertThat(timetable.arrival(local("2026-11-23T09:00"), 1))
                .as(what)
                .isEqualTo(new Timetable.Arrival(LocalDate.parse(arrives), local(orderBy)));
    }

    @Test
    void an_hour_of_work_is_an_hour_in_the_night_in_which_clocks_go_forward() {
        // Sunday 2027-03-14: 02:00 becomes 03:00.
        WorkingTime always = new WorkingTime(OpeningHours.always(CHICAGO), null, List.of());

        assertThat(always.done(local("2027-03-14T00:30"), Duration.ofHours(3))).isEqualTo(local("2027-03-14T04:30"));
        assertThat(always.orderBy(local("2027-03-14T04:30"), Duration.ofHours(3)))
                .isEqualTo(local("2027-03-14T00:30"));
    }

    @Test
    void and_in_the_night_in_which_they_go_back() {
        // Sunday 2026-11-01: 02:00 becomes 01:00.
        WorkingTime always = new WorkingTime(OpeningHours.always(CHICAGO), null, List.of());

        assertThat(always.done(local("2026-11-01T00:30"), Duration.ofHours(3))).isEqualTo(local("2026-11-01T02:30"));
        assertThat(always.orderBy(local("2026-11-01T02:30"), Duration.ofHours(3)))
                .isEqualTo(local("2026-11-01T00:30"));
    }

    @Test
    void a_night_shift_belongs_to_the_day_on_which_it_begins() {
        List<OpeningHours.Window> nights = WEEKDAYS.stream()
                .map(day -> new OpeningHours.Window(day, LocalTime.of(22, 0), LocalTime.of(5, 59)))
                .toList();
        WorkingTime night =
                new WorkingTime(new OpeningHours(CHICAGO, nights, Set.of()), LocalTime.of(20, 0), List.of());

        assertThat(night.start(local("2026-11-23T19:00"))).isEqualTo(local("2026-11-23T22:00"));
        assertThat(night.start(local("2026-11-23T20:00"))).isEqualTo(local("2026-11-24T22:00"));
        assertThat(night.start(local("2026-11-24T02:00"))).isEqualTo(local("2026-11-24T22:00"));
        assertThat(night.handOver(LocalDate.parse("2026-11-24"), LocalTime.of(18, 0)))
                .isEqualTo(local("2026-11-24T06:00"));
    }

    @Test
    void a_location_that_never_opens_promises_nothing() {
        Set<LocalDate> closed = new HashSet<>();
        LocalDate first = LocalDate.parse("2026-11-01");
        Stream.iterate(first, day -> day.plusDays(1)).limit(800).forEach(closed::add);
        OpeningHours hours = new OpeningHours(CHICAGO, List.of(), closed);

        assertThat(timetable(new WorkingTime(hours, null, List.of()), 0, calendar("18:00"))
                        .arrival(local("2026-11-23T12:00"), 1))
                .isNull();
    }

    @Test
    void a_pickup_before_the_location_opens_never_happens() {
        assertThat(timetable(office("14:00"), 0, calendar("07:00")).arrival(local("2026-11-23T12:00"), 1))
                .isNull();
    }

    /** For random calendars: later never arrives earlier, and the order-by moment is exactly the last one. */
    @Test
    void ordering_later_never_arrives_earlier_and_order_by_is_exact() {
        long seed = Long.getLong("seed", 20261123);
        System.out.println("TimetableTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            Timetable timetable = randomTimetable(random);
            int transit = random.nextInt(5);
            Instant ordered = local("2026-10-25T00:00").plus(Duration.ofMinutes(random.nextInt(200 * 24 * 60)));
            Timetable.Arrival arrival = timetable.arrival(ordered, transit);
            if (arrival == null) {
                continue;
            }
            String what = "seed " + seed + ", case " + i + ", ordered " + ordered;
            assertThat(arrival.orderBy()).as(what).isAfterOrEqualTo(ordered);
            if (arrival.orderBy().isAfter(ordered)) {
                assertThat(day(timetable, arrival.orderBy().minusMillis(1), transit))
                        .as(what + ", just before " + arrival.orderBy())
                        .isEqualTo(arrival.day());
            }
            LocalDate late = day(timetable, arrival.orderBy().plusMillis(1), transit);
            assertThat(late).as(what + ", just after " + arrival.orderBy()).isAfter(arrival.day());
        }
    }

    private static @Nullable LocalDate day(Timetable timetable, Instant ordered, int transit) {
        Timetable.Arrival arrival = timetable.arrival(ordered, transit);
        return arrival == null ? null : arrival.day();
    }

    private static Timetable randomTimetable(Random random) {
        List<OpeningHours.Window> windows = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(5) > 0) {
                int opens = random.nextInt(22);
                int closes = random.nextInt(opens + 1, 24);
                windows.add(new OpeningHours.Window(day, LocalTime.of(opens, 0), LocalTime.of(closes, 59)));
            }
        }
        LocalTime cutOff = random.nextInt(4) == 0 ? null : LocalTime.of(random.nextInt(24), random.nextInt(60));
        WorkingTime work = new WorkingTime(new OpeningHours(CHICAGO, windows, HOLIDAYS), cutOff, downtimes(random));
        Set<DayOfWeek> pickups = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
        pickups.add(DayOfWeek.of(1 + random.nextInt(7)));
        Set<DayOfWeek> deliveries = EnumSet.complementOf(EnumSet.of(SUNDAY, DayOfWeek.of(1 + random.nextInt(7))));
        Calendar calendar = new Calendar(
                new ServiceCode("X", "Y"),
                "",
                pickups,
                LocalTime.of(random.nextInt(24), random.nextInt(60)),
                deliveries,
                HOLIDAYS,
                true);
        return new Timetable(work, Duration.ofMinutes(random.nextInt(3) * 500L), calendar);
    }

    private static Timetable timetable(WorkingTime work, int hours, Calendar calendar) {
        return new Timetable(work, Duration.ofHours(hours), calendar);
    }

    private static List<WorkingTime.Pause> downtimes(Random random) {
        List<WorkingTime.Pause> downtimes = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Instant from = local("2026-11-01T00:00").plus(Duration.ofMinutes(random.nextInt(60 * 24 * 60)));
            downtimes.add(new WorkingTime.Pause(from, from.plus(Duration.ofMinutes(1 + random.nextInt(4_000)))));
        }
        return downtimes;
    }

    private static WorkingTime office(String cutOff, WorkingTime.Pause... downtimes) {
        List<OpeningHours.Window> windows = WEEKDAYS.stream()
                .map(day -> new OpeningHours.Window(day, LocalTime.of(8, 0), LocalTime.of(16, 59)))
                .toList();
        return new WorkingTime(
                new OpeningHours(CHICAGO, windows, HOLIDAYS), LocalTime.parse(cutOff), List.of(downtimes));
    }

    private static Calendar calendar(String latestPickup) {
        return new Calendar(
                new ServiceCode("SAMPLE", "GROUND"),
                "Ground",
                WEEKDAYS,
                LocalTime.parse(latestPickup),
                EnumSet.range(MONDAY, SATURDAY),
                HOLIDAYS,
                true);
    }

    private static Instant local(String text) {
        return LocalDateTime.parse(text).atZone(CHICAGO).toInstant();
    }
}

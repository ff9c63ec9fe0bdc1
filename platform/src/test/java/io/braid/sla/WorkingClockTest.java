package io.braid.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid.kernel.OpeningHours;
import io.braid.kernel.OpeningHours.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingClockTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    /** Monday to Friday from eight to five, not on Thanksgiving, Christmas and New Year's Day; cut-off at three. */
    private static final OpeningHours OFFICE = new OpeningHours(
            CHICAGO,
            Stream.of(DayOfWeek.values())
                    .filter(day -> day.compareTo(DayOfWeek.FRIDAY) <= 0)
                    .map(day -> new Window(day, LocalTime.of(8, 0), LocalTime.of(17, 0)))
                    .toList(),
            Set.of(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1)));

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "2026-11-23T10:00, 4, 2026-11-23T14:00, within the day",
        "2026-11-23T14:59, 4, 2026-11-24T09:59, over the night",
        "2026-11-23T15:00, 4, 2026-11-24T12:00, after the cut-off the next day counts whole",
        "2026-11-23T06:00, 9, 2026-11-23T17:00, to the very end of a day",
        "2026-11-25T14:00, 9, 2026-11-27T14:00, over Thanksgiving",
        "2026-11-27T14:00, 4, 2026-11-30T09:00, over a weekend",
        "2026-12-31T14:00, 4, 2027-01-04T09:00, over the end of the year",
        "2026-03-06T14:00, 4, 2026-03-09T09:00, over the weekend on which the clocks go forward",
        "2026-10-30T14:00, 4, 2026-11-02T09:00, over the weekend on which they go back"
    })
    void hours_are_counted_while_the_location_works(LocalDateTime start, int hours, LocalDateTime due, String because) {
        WorkingClock clock = new WorkingClock(OFFICE, LocalTime.of(15, 0));

        assertThat(clock.after(at(start), List.of(Duration.ofHours(hours))))
                .as(because)
                .containsExactly(at(due));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(CHICAGO).toInstant();
    }

    @Test
    void a_night_shift_is_an_hour_shorter_in_spring_and_an_hour_longer_in_autumn() {
        OpeningHours nights = new OpeningHours(
                CHICAGO,
                Stream.of(DayOfWeek.values())
                        .map(day -> new Window(day, LocalTime.of(22, 0), LocalTime.of(6, 0)))
                        .toList(),
                Set.of());
        WorkingClock clock = new WorkingClock(nights, null);

        assertThat(clock.after(at(LocalDateTime.parse("2026-03-07T22:00")), List.of(Duration.ofHours(7))))
                .containsExactly(at(LocalDateTime.parse("2026-03-08T06:00")));
        assertThat(clock.after(at(LocalDateTime.parse("2026-10-31T22:00")), List.of(Duration.ofHours(9))))
                .containsExactly(at(LocalDateTime.parse("2026-11-01T06:00")));
    }

    @Test
    void who_never_works_is_measured_by_the_calendar() {
        OpeningHours never = new OpeningHours(
                CHICAGO, List.of(new Window(DayOfWeek.MONDAY, LocalTime.NOON, LocalTime.NOON)), Set.of());
        Instant start = Instant.parse("2026-11-23T17:00:00Z");

        assertThat(new WorkingClock(never, null).after(start, List.of(Duration.ofHours(4))))
                .containsExactly(start.plus(Duration.ofHours(4)));
    }

    @Test
    void agrees_with_counting_minute_by_minute_in_any_zone_on_any_day() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            OpeningHours hours = hours(random);
            LocalTime cutOff = random.nextInt(3) == 0 ? null : LocalTime.of(random.nextInt(24), random.nextInt(60));
            Instant start = start(random);
            List<Duration> worked =
                    List.of(Duration.ofMinutes(1 + random.nextInt(300)), Duration.ofMinutes(1 + random.nextInt(2_000)));

            List<Instant> found = new WorkingClock(hours, cutOff).after(start, worked);

            assertThat(found)
                    .as("seed %d, round %d: %s, cut-off %s, from %s, %s", seed, i, hours, cutOff, start, worked)
                    .isEqualTo(worked.stream()
                            .map(time -> counted(hours, cutOff, start, time.toMinutes()))
                            .toList());
            assertThat(found).as("seed %d, round %d", seed, i).allMatch(moment -> !moment.isBefore(start));
        }
    }

    /** Within a week of a change of the clocks or of the end of a year, on a full minute. */
    private static Instant start(Random random) {
        List<LocalDate> turns = List.of(
                LocalDate.of(2026, 3, 8),
                LocalDate.of(2026, 4, 5),
                LocalDate.of(2026, 10, 4),
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 12, 31),
                LocalDate.of(2028, 2, 29));
        return turns.get(random.nextInt(turns.size()))
                .minusDays(4)
                .atStartOfDay(ZoneId.of("UTC"))
                .toInstant()
                .plus(random.nextInt(6 * 24 * 60), ChronoUnit.MINUTES);
    }

    /** Windows that meet, overlap, run past midnight and end at it; always some on every day. */
    private static OpeningHours hours(Random random) {
        List<String> zones = List.of(
                "America/Chicago",
                "Australia/Lord_Howe",
                "America/Havana",
                "Asia/Kathmandu",
                "Australia/Sydney",
                "UTC");
        List<Window> windows = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int i = random.nextInt(3); i >= 0; i--) {
                LocalTime open = LocalTime.of(random.nextInt(24), random.nextInt(60));
                LocalTime close = random.nextInt(4) == 0
                        ? LocalTime.of(23, 59)
                        : LocalTime.of(random.nextInt(24), random.nextInt(60));
                windows.add(new Window(day, open, close));
            }
        }
        Set<LocalDate> holidays = Set.of(LocalDate.of(2026, 11, 2), LocalDate.of(2027, 1, 1));
        return new OpeningHours(
                ZoneId.of(zones.get(random.nextInt(zones.size()))),
                random.nextInt(8) == 0 ? List.of() : windows,
                holidays);
    }

    private static Instant counted(OpeningHours hours, @Nullable LocalTime cutOff, Instant start, long minutes) {
        Instant minute = start;
        if (cutOff != null && !hours.localTimeAt(start).isBefore(cutOff)) {
            LocalDate today = hours.localDateAt(start);
            while (!hours.localDateAt(minute).isAfter(today)) {
                minute = minute.plus(1, ChronoUnit.MINUTES);
            }
        }
        long left = minutes;
        while (left > 0) {
            if (works(hours, LocalDateTime.ofInstant(minute, hours.zone()))) {
                left--;
            }
            minute = minute.plus(1, ChronoUnit.MINUTES);
        }
        return minute;
    }

    private static boolean works(OpeningHours hours, LocalDateTime local) {
        return Stream.of(local.toLocalDate(), local.toLocalDate().minusDays(1))
                .filter(day -> !hours.holidays().contains(day))
                .anyMatch(day -> hours.windows().isEmpty()
                        ? day.equals(local.toLocalDate())
                        : hours.windows().stream()
                                .filter(w -> w.day() == day.getDayOfWeek())
                                .anyMatch(w -> !local.isBefore(day.atTime(w.open())) && local.isBefore(close(w, day))));
    }

    private static LocalDateTime close(Window window, LocalDate day) {
        if (window.close().equals(LocalTime.of(23, 59))) {
            return day.plusDays(1).atStartOfDay();
        }
        return day.plusDays(window.close().isBefore(window.open()) ? 1 : 0).atTime(window.close());
    }

    @Test
    void any_number_of_times_is_answered_in_its_order() {
        Instant start = at(LocalDateTime.parse("2026-11-23T10:00"));
        Duration[] hours = {Duration.ZERO, Duration.ofHours(1), Duration.ofHours(7), Duration.ofHours(8)};

        assertThat(new WorkingClock(OFFICE, null).after(start, Arrays.asList(hours)))
                .containsExactly(
                        start,
                        start.plus(Duration.ofHours(1)),
                        start.plus(Duration.ofHours(7)),
                        at(LocalDateTime.parse("2026-11-24T09:00")));
    }
}

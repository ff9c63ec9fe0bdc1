package io.braid.kernel;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a location works on orders, as stretches of real time: an hour is an hour also in the night in which clocks
 * change. A stretch belongs to the day on which it begins, and that day's cut-off rules it. Times that a change of the
 * clocks skips are the moment of the change, times that it repeats are the first of the two. Nobody works in a planned
 * downtime. Promises and routing both count with it, so that they cannot disagree.
 */
public final class WorkingTime {
    /** A location that does not open within that time makes no promise. */
    public static final int DAYS_MAX = 400;

    /** The location's attribute that tells how many open hours it works on an order, from 0 to {@link #HOURS_MAX}. */
    public static final String PROCESSING_HOURS = "processingHours";

    public static final int HOURS_MAX = 2_000;
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);

    private static final Comparator<Stretch> BY_BEGIN = Comparator.comparing(Stretch::from);

    private final OpeningHours hours;
    private final @Nullable LocalTime cutOff;
    private final List<Pause> pauses;
    private final Map<DayOfWeek, List<OpeningHours.Window>> week = new EnumMap<>(DayOfWeek.class);

    public WorkingTime(OpeningHours hours, @Nullable LocalTime cutOff, List<Pause> pauses) {
        this.hours = hours;
        this.cutOff = cutOff;
        this.pauses = List.copyOf(pauses);
        for (OpeningHours.Window window : hours.windows()) {
            week.computeIfAbsent(window.day(), day -> new ArrayList<>()).add(window);
        }
    }

    /** A planned downtime, from the first moment until just before the second. */
    public record Pause(Instant from, Instant to) {}

    /** The work behind an attribute's value; what is no number of hours is none, and more than the most is the most. */
    public static Duration processing(@Nullable Object hours) {
        if (!(hours instanceof Number number)) {
            return Duration.ZERO;
        }
        BigDecimal most = BigDecimal.valueOf(HOURS_MAX);
        BigDecimal counted =
                new BigDecimal(number.toString()).max(BigDecimal.ZERO).min(most);
        return Duration.ofSeconds(counted.multiply(SECONDS_PER_HOUR).longValue());
    }

    /** Open from (included) to (not included), begun on that day. */
    record Stretch(LocalDate day, Instant from, Instant to) {}

    public ZoneId zone() {
        return hours.zone();
    }

    /** In order; they may overlap where windows do. */
    List<Stretch> stretchesOf(LocalDate day) {
        if (hours.holidays().contains(day)) {
            return List.of();
        }
        if (hours.windows().isEmpty()) {
            return worked(List.of(new Stretch(day, beginOf(day), beginOf(day.plusDays(1)))));
        }
        List<Stretch> stretches = new ArrayList<>(2);
        for (OpeningHours.Window window : week.getOrDefault(day.getDayOfWeek(), List.of())) {
            LocalDate closes = window.close().isBefore(window.open()) ? day.plusDays(1) : day;
            Instant from = at(day.atTime(window.open()));
            Instant to = at(closes.atTime(window.close()).plusMinutes(1));
            if (from.isBefore(to)) {
                stretches.add(new Stretch(day, from, to));
            }
        }
        stretches.sort(BY_BEGIN);
        return worked(stretches);
    }

    /** What planned downtimes leave of stretches. */
    private List<Stretch> worked(List<Stretch> planned) {
        List<Stretch> left = planned;
        for (Pause down : pauses) {
            List<Stretch> around = new ArrayList<>(left.size() + 1);
            for (Stretch stretch : left) {
                Instant until = down.from().isBefore(stretch.to()) ? down.from() : stretch.to();
                if (stretch.from().isBefore(until)) {
                    around.add(new Stretch(stretch.day(), stretch.from(), until));
                }
                Instant again = later(stretch.from(), down.to());
                if (again.isBefore(stretch.to())) {
                    around.add(new Stretch(stretch.day(), again, stretch.to()));
                }
            }
            left = around;
        }
        return left;
    }

    /** When work on something that comes at that moment begins; null when never. */
    @Nullable
    public Instant start(Instant ordered) {
        LocalDate day = hours.localDateAt(ordered).minusDays(1);
        for (int i = 0; i < DAYS_MAX; i++, day = day.plusDays(1)) {
            Instant late = cutOffOf(day);
            if (late != null && !ordered.isBefore(late)) {
                continue;
            }
            for (Stretch stretch : stretchesOf(day)) {
                if (stretch.to().isAfter(ordered)) {
                    return later(ordered, stretch.from());
                }
            }
        }
        return null;
    }

    /** When so much work is done that begins at a moment; null when never. */
    @Nullable
    public Instant done(Instant started, Duration work) {
        Duration left = work;
        Instant now = started;
        LocalDate day = hours.localDateAt(started).minusDays(1);
        for (int i = 0; i < DAYS_MAX && !left.isZero(); i++, day = day.plusDays(1)) {
            for (Stretch stretch : stretchesOf(day)) {
                Instant from = later(now, stretch.from());
                if (!stretch.to().isAfter(from)) {
                    continue;
                }
                Duration here = Duration.between(from, stretch.to());
                if (left.compareTo(here) <= 0) {
                    return from.plus(left);
                }
                left = left.minus(here);
                now = stretch.to();
            }
        }
        return left.isZero() ? now : null;
    }

    /** The last moment to order when so much work must be done by then; before it is in time, from it on too late. */
    @Nullable
    public Instant orderBy(Instant due, Duration work) {
        Duration left = work;
        Instant now = due;
        LocalDate day = hours.localDateAt(due);
        for (int i = 0; i < DAYS_MAX; i++, day = day.minusDays(1)) {
            for (Stretch stretch : stretchesOf(day).reversed()) {
                Instant to = now.isBefore(stretch.to()) ? now : stretch.to();
                if (stretch.from().isAfter(to)) {
                    continue;
                }
                // A stretch that begins when all is due is long enough for no work.
                Duration here = Duration.between(stretch.from(), to);
                if (left.compareTo(here) <= 0) {
                    Instant begin = to.minus(left);
                    Instant late = cutOffOf(day);
                    return late != null && late.isBefore(begin) ? late : begin;
                }
                left = left.minus(here);
                now = stretch.from();
            }
        }
        return null;
    }

    /** The last moment of a day at which somebody is there to hand over, until a time of day; null when nobody is. */
    @Nullable
    public Instant handOver(LocalDate day, LocalTime latest) {
        Instant until = at(day.atTime(latest));
        Instant last = null;
        for (LocalDate begun : List.of(day.minusDays(1), day)) {
            for (Stretch stretch : stretchesOf(begun)) {
                Instant moment = until.isBefore(stretch.to()) ? until : stretch.to();
                if (!stretch.from().isAfter(until) && !moment.isBefore(beginOf(day))) {
                    last = last == null ? moment : later(last, moment);
                }
            }
        }
        return last;
    }

    /** The moment of a day's cut-off; null where there is none. */
    public @Nullable Instant cutOffOf(LocalDate day) {
        return cutOff == null ? null : at(day.atTime(cutOff));
    }

    private Instant beginOf(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    private Instant at(LocalDateTime local) {
        ZoneOffsetTransition change = zone().getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone()).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}

package io.braid.sla;

import io.braid.kernel.OpeningHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clock that runs while a location works: through its windows on the wall of its own zone, not on its holidays, and
 * through each hour that a change of the clocks repeats as often as it is lived. The minute in which a window closes is
 * not working time any more, but for 23:59, which is midnight. Pure arithmetic; who asks for what is not its concern.
 */
final class WorkingClock {
    private static final LocalTime MIDNIGHT = LocalTime.of(23, 59);

    /** Long enough for nearly everything; what does not fit is asked for again over more. */
    private static final int DAYS_FIRST = 14;

    /** A location that works so little in five years does not work by a calendar at all. */
    private static final int DAYS_MAX = 5 * 366;

    private final OpeningHours hours;
    private final @Nullable LocalTime cutOff;

    WorkingClock(OpeningHours hours, @Nullable LocalTime cutOff) {
        this.hours = hours;
        this.cutOff = cutOff;
    }

    /** Working time without a break, the end not included. */
    record Span(Instant from, Instant to) {}

    /**
     * The moments at which so much working time has passed since {@code start}; none before {@code start}. Where the
     * location hardly ever works they are the elapsed time instead.
     */
    List<Instant> after(Instant start, List<Duration> worked) {
        Instant begin = begin(start);
        for (int days = DAYS_FIRST; days <= DAYS_MAX; days *= 4) {
            List<Span> spans = spans(hours.localDateAt(begin).minusDays(1), days);
            List<@Nullable Instant> found =
                    worked.stream().map(time -> reach(spans, begin, time)).toList();
            if (!found.contains(null)) {
                List<Instant> all = new ArrayList<>();
                for (Instant moment : found) {
                    if (moment != null) {
                        all.add(moment);
                    }
                }
                return all;
            }
        }
        return worked.stream().map(start::plus).toList();
    }

    /** What comes in at or after the cut-off is the next day's. */
    private Instant begin(Instant start) {
        if (cutOff == null || hours.localTimeAt(start).isBefore(cutOff)) {
            return start;
        }
        Instant tomorrow =
                hours.localDateAt(start).plusDays(1).atStartOfDay(hours.zone()).toInstant();
        return tomorrow.isAfter(start) ? tomorrow : start;
    }

    private static @Nullable Instant reach(List<Span> spans, Instant begin, Duration time) {
        Duration left = time;
        for (Span span : spans) {
            Instant from = span.from().isAfter(begin) ? span.from() : begin;
            if (from.isBefore(span.to())) {
                Duration here = Duration.between(from, span.to());
                if (left.compareTo(here) <= 0) {
                    return from.plus(left);
                }
                left = left.minus(here);
            }
        }
        return null;
    }

    /** All working time of the windows that begin on these days, in order, without overlaps. */
    private List<Span> spans(LocalDate first, int days) {
        List<Span> raw = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            LocalDate day = first.plusDays(i);
            if (!hours.holidays().contains(day)) {
                addDay(raw, day);
            }
        }
        raw.sort(Comparator.comparing(Span::from));
        List<Span> merged = new ArrayList<>();
        for (Span span : raw) {
            Span last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || span.from().isAfter(last.to())) {
                merged.add(span);
            } else if (span.to().isAfter(last.to())) {
                merged.set(merged.size() - 1, new Span(last.from(), span.to()));
            }
        }
        return merged;
    }

    private void addDay(List<Span> spans, LocalDate day) {
        if (hours.windows().isEmpty()) {
            addLocal(spans, day.atStartOfDay(), day.plusDays(1).atStartOfDay());
        }
        for (OpeningHours.Window window : hours.windows()) {
            if (window.day() == day.getDayOfWeek()) {
                addLocal(spans, day.atTime(window.open()), close(window, day));
            }
        }
    }

    private static LocalDateTime close(OpeningHours.Window window, LocalDate day) {
        if (window.close().equals(MIDNIGHT)) {
            return day.plusDays(1).atStartOfDay();
        }
        return (window.close().isBefore(window.open()) ? day.plusDays(1) : day).atTime(window.close());
    }

    /** The moments at which the wall shows a time in between: over a change of the clocks, piece by piece. */
    private void addLocal(List<Span> spans, LocalDateTime from, LocalDateTime to) {
        ZoneRules rules = hours.zone().getRules();
        Instant piece = from.toInstant(ZoneOffset.UTC).minus(2, ChronoUnit.DAYS);
        Instant end = to.toInstant(ZoneOffset.UTC).plus(2, ChronoUnit.DAYS);
        while (piece.isBefore(end)) {
            ZoneOffset offset = rules.getOffset(piece);
            ZoneOffsetTransition change = rules.nextTransition(piece);
            Instant next = change == null || change.getInstant().isAfter(end) ? end : change.getInstant();
            Instant open = from.toInstant(offset).isAfter(piece) ? from.toInstant(offset) : piece;
            Instant close = to.toInstant(offset).isBefore(next) ? to.toInstant(offset) : next;
            if (open.isBefore(close)) {
                spans.add(new Span(open, close));
            }
            piece = next;
        }
    }
}

package io.braid.routing;

import io.braid.kernel.OpeningHours;
import io.braid.routing.Decision.Reason;
import io.braid.routing.Decision.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the clock on a location's wall showed when its hours or its cut-off spoke against it. Locations are changed, so
 * a decision must hold what was compared, not only that it failed.
 */
final class WallClock {
    static final String CUT_OFF = "location.beforeCutOff";
    static final String OPEN = "location.operatingNow";

    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.US);

    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", Locale.US);

    private final Facts facts;
    private final Map<ZoneId, String> zones = new HashMap<>();
    private final Map<Rule, Rule> rules = new HashMap<>();

    WallClock(Facts facts) {
        this.facts = facts;
    }

    /** The reason with the local time and what it was held against; null where the rule is about something else. */
    @Nullable
    Reason reason(Rule rule, @Nullable Object value, int line) {
        if (!Boolean.FALSE.equals(value) || rule.relation() == Relation.EXISTS) {
            return null;
        }
        LocalTime cutOff = facts.location().workday().cutOff();
        if (CUT_OFF.equals(rule.field()) && cutOff != null) {
            return new Reason(
                    held(rule, minute(cutOff)), minute(facts.localTime().toLocalTime()) + zone(), line);
        }
        if (OPEN.equals(rule.field())) {
            LocalDateTime local = facts.localTime();
            return new Reason(
                    held(rule, hours(local)), minute(local.toLocalTime()) + zone() + " on " + day(local), line);
        }
        return null;
    }

    /** The rule with the window that is full, where one knows it. */
    Rule fullOf(Rule rule) {
        Candidate.Bound bound = facts.candidate().room().ordersBound();
        Long orders = facts.candidate().room().orders();
        boolean byWindow = bound != null && orders != null && orders <= 0;
        Integer daily = facts.location().workday().dailyCapacity();
        if (byWindow || daily == null) {
            return bound == null ? rule : held(rule, told(bound, "shipments"));
        }
        ZoneId zone = facts.location().workday().hours().zone();
        Instant midnight =
                facts.localTime().toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        return held(rule, told(new Candidate.Bound(BigDecimal.valueOf(daily), "day", midnight), "shipments"));
    }

    /** {@code "50 units an hour, until 2026-11-23 15:00 CST"}. */
    String told(Candidate.Bound bound, String what) {
        String article = bound.per().equals("hour") ? " an " : " a ";
        boolean one = bound.limit().compareTo(BigDecimal.ONE) == 0;
        String counted = what.isEmpty() ? "" : " " + (one ? what.substring(0, what.length() - 1) : what);
        String limit = Figures.number(bound.limit()) + counted;
        return limit + article + bound.per() + ", until "
                + UNTIL.format(
                        bound.until().atZone(facts.location().workday().hours().zone()));
    }

    /** One rule for all locations with the same limit, so that a decision stays small. */
    private Rule held(Rule rule, String limit) {
        return rules.computeIfAbsent(new Rule(rule.pointer(), rule.field(), rule.relation(), limit), one -> one);
    }

    private String hours(LocalDateTime local) {
        OpeningHours hours = facts.location().workday().hours();
        if (hours.holidays().contains(local.toLocalDate())) {
            return "a holiday";
        }
        List<String> today = hours.windows().stream()
                .filter(window -> window.day() == local.getDayOfWeek())
                .map(window -> minute(window.open()) + "–" + minute(window.close()))
                .toList();
        return today.isEmpty() ? "not open on that day" : "open " + String.join(", ", today);
    }

    private String zone() {
        return zones.computeIfAbsent(
                facts.location().workday().hours().zone(),
                zone -> " " + ZONE.format(facts.at().atZone(zone)));
    }

    private static String day(LocalDateTime local) {
        return local.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.US);
    }

    private static String minute(LocalTime time) {
        return time.truncatedTo(ChronoUnit.MINUTES).toString();
    }
}

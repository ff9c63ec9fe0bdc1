package io.braid.routing;

import io.braid.routing.Decision.Reason;
import io.braid.routing.Decision.Rule;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What spoke against a location, in the words of its field: hours, cut-off, distance, stock, capacity, carriers. Says
 * nothing of other fields, nor of comparisons it has no words for; then the field's name and the two values must do.
 */
final class FieldSentences {
    private static final Set<String> OF_CARRIAGE =
            Set.of("shippingCost", "transitDays", "promiseDays", "orderByHours", "carrier", "service");

    /** What a cost objective needs to know and no document names. */
    static final String SHIPPING = "shipping cost";

    private FieldSentences() {}

    /** Null where there are no better words than the rule's own. */
    static @Nullable String failing(Reason reason, String currency) {
        String field = reason.rule().field();
        Object value = reason.value();
        if (SHIPPING.equals(field) && value != null) {
            return "shipping cost is unknown: " + value;
        }
        if (field == null || reason.rule().relation() == Relation.EXISTS) {
            return null;
        }
        if (value == null) {
            return missing(field);
        }
        return switch (field) {
            case WallClock.CUT_OFF -> cutOff(reason.rule(), value);
            case WallClock.OPEN -> closed(reason.rule(), value);
            case "location.active" -> value.equals(false) ? "not active" : null;
            case "location.holidayToday" -> value.equals(true) ? "today is one of its holidays" : null;
            case "location.inDowntime" -> value.equals(true) ? "in a planned downtime" : null;
            case "location.shipsToday" -> value.equals(false) ? "what is ordered now would not leave today" : null;
            case "location.fulfillmentTypes" -> types(reason);
            case "reassignments" -> reassigned(reason);
            case "location.groups" -> groups(reason);
            case "location.remainingCapacity" -> capacity(reason);
            case "location.remainingUnits" -> room(reason, "capacity left for only " + number(reason) + " more units");
            case "location.remainingMoney" ->
                room(reason, "capacity left for goods worth only " + number(reason) + currency);
            default -> measured(reason, field, currency);
        };
    }

    private static @Nullable String missing(String field) {
        if (field.equals(Fields.DISTANCE.name().text())) {
            return "its distance is unknown: it or the destination has no coordinates";
        }
        return OF_CARRIAGE.contains(field) ? "no carrier's service is known from there to the destination" : null;
    }

    /** Decisions of earlier releases hold false alone. */
    private static @Nullable String cutOff(Rule rule, Object value) {
        if (value.equals(false)) {
            return "its cut-off had passed";
        }
        String[] there = String.valueOf(value).split(" ", 2);
        if (there.length != 2 || !(rule.limit() instanceof String limit)) {
            return null;
        }
        long minutes = Duration.between(LocalTime.parse(limit), LocalTime.parse(there[0]))
                .toMinutes();
        return "cut-off " + limit + " " + there[1] + " passed " + lasting(minutes) + " before the order";
    }

    private static @Nullable String closed(Rule rule, Object value) {
        if (value.equals(false)) {
            return "it was closed";
        }
        return rule.limit() instanceof String hours ? "closed at " + value + " (" + hours + ")" : null;
    }

    private static String lasting(long minutes) {
        if (minutes == 0) {
            return "less than a minute";
        }
        long hours = minutes / 60;
        String rest = minutes % 60 == 0 ? "" : counted(minutes % 60, "minute");
        if (hours == 0) {
            return rest;
        }
        return counted(hours, "hour") + (rest.isEmpty() ? "" : " " + rest);
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static @Nullable String types(Reason reason) {
        return reason.rule().relation() == Relation.CONTAINS
                ? "does not fulfill " + Figures.number(reason.rule().limit()) + ", only " + number(reason)
                : null;
    }

    private static String reassigned(Reason reason) {
        String times = Long.valueOf(1).equals(reason.value()) ? "once" : number(reason) + " times";
        String limit = Figures.number(reason.rule().limit());
        return "assigned anew " + times + " already, and the strategy allows " + limit + DecisionText.lines(reason);
    }

    private static @Nullable String groups(Reason reason) {
        boolean none = reason.value() instanceof List<?> groups && groups.isEmpty();
        return none && reason.rule().relation() == Relation.IN
                ? "is in no group, must be in one of "
                        + Figures.number(reason.rule().limit()) + DecisionText.lines(reason)
                : null;
    }

    private static @Nullable String capacity(Reason reason) {
        Rule rule = reason.rule();
        if (rule.limit() instanceof String window) {
            return "its capacity is used up: " + window;
        }
        boolean none = rule.relation() == Relation.GREATER && Long.valueOf(0).equals(rule.limit());
        return none
                ? "its capacity is used up"
                : bounded(reason, "capacity left for " + number(reason) + " more shipments");
    }

    private static @Nullable String room(Reason reason, String left) {
        Object limit = reason.rule().limit();
        if (limit instanceof String window) {
            return left + ", of " + window + DecisionText.lines(reason);
        }
        return limit == null ? left + DecisionText.lines(reason) : null;
    }

    private static @Nullable String measured(Reason reason, String field, String currency) {
        String number = Figures.close(reason.value(), reason.rule().limit());
        return switch (field) {
            case "distanceKm" -> bounded(reason, number + " km away");
            case "available" -> bounded(reason, "has " + (number.equals("0") ? "none" : number), ", needs ");
            case "shippingCost" -> bounded(reason, "shipping from there costs " + number + currency);
            case "unitCost" -> bounded(reason, "a unit costs " + number + currency);
            case "transitDays" -> bounded(reason, number + " days on the road");
            case "promiseDays" -> bounded(reason, "delivery would be promised in " + number + " days");
            case "location.daysToShip" -> bounded(reason, "it would leave in " + number + " days");
            default -> null;
        };
    }

    private static @Nullable String bounded(Reason reason, String found) {
        return bounded(reason, found, ", must be ");
    }

    private static @Nullable String bounded(Reason reason, String found, String verb) {
        String bound = switch (reason.rule().relation()) {
            case GREATER_OR_EQUAL -> "at least ";
            case GREATER -> "more than ";
            case LESS_OR_EQUAL -> "at most ";
            case LESS -> "less than ";
            default -> null;
        };
        String wanted = Figures.close(reason.rule().limit(), reason.value());
        return bound == null ? null : found + verb + bound + wanted + DecisionText.lines(reason);
    }

    private static String number(Reason reason) {
        return Figures.number(reason.value());
    }
}

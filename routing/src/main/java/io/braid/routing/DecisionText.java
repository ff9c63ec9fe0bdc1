package io.braid.routing;

import io.braid.routing.Decision.Match;
import io.braid.routing.Decision.Reason;
import io.braid.routing.Decision.Rule;
import io.braid.routing.Decision.Standing;
import io.braid.routing.Decision.Tried;
import io.braid.routing.Decision.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decisions for readers: the tree of the API, and a sentence for every candidate. */
final class DecisionText {
    /** Where the caller, not the strategy, says that units may not be used; its own words are the sentence. */
    static final String BARRED = "barred";

    private static final double CLOSE = 0.1;

    private DecisionText() {}

    static Map<String, @Nullable Object> tree(Decision decision) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("strategy", decision.strategy());
        tree.put("version", decision.version());
        tree.put("at", decision.at().toString());
        tree.put("microseconds", decision.microseconds());
        List<Object> scenarios = new ArrayList<>();
        decision.scenarios().forEach(tried -> scenarios.add(tree(tried)));
        tree.put("scenarios", scenarios);
        if (scenarios.isEmpty()) {
            tree.put("text", "No route for fulfillment type " + decision.fulfillmentType());
        }
        return tree;
    }

    private static Map<String, @Nullable Object> tree(Tried tried) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("name", tried.name());
        List<Object> candidates = new ArrayList<>();
        tried.candidates().forEach(verdict -> candidates.add(tree(tried, verdict)));
        tree.put("candidates", candidates);
        tree.put("outcome", tried.outcome().name());
        if (tried.then() != null) {
            tree.put("then", tried.then());
        }
        if (tried.gap() != null) {
            tree.put("optimal", tried.gap() == 0);
            tree.put("gap", tried.gap());
        }
        tree.put("text", sentence(tried));
        return tree;
    }

    private static String sentence(Tried tried) {
        String placed = tried.outcome() == Match.FULL ? "Everything was placed" : "Some units were placed";
        if (tried.outcome() == Match.NONE) {
            placed = tried.candidates().isEmpty() ? "No location has stock of any line" : "Nothing could be placed";
        }
        String then = tried.then() == null ? placed : placed + "; then " + tried.then();
        return tried.gap() == null || tried.gap() == 0 ? then : then + unproven(tried.gap());
    }

    /** Rounded up, so that it holds; in percent with one place. */
    private static String unproven(double gap) {
        BigDecimal percent = BigDecimal.valueOf(gap).movePointRight(2).setScale(1, RoundingMode.CEILING);
        return ". The search ended before this was proven best: a better plan could gain at most "
                + percent.toPlainString() + " %";
    }

    private static Map<String, @Nullable Object> tree(Tried tried, Verdict verdict) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("location", verdict.location());
        tree.put("verdict", verdict.standing().name());
        if (verdict.standing() != Standing.CHOSEN && !verdict.reasons().isEmpty()) {
            Reason reason = verdict.reasons().getFirst();
            tree.put("rule", reason.rule().pointer());
            if (reason.rule().field() != null) {
                tree.put("field", reason.rule().field());
                tree.put("value", plain(reason.value()));
                tree.put("limit", plain(reason.rule().limit()));
            }
        }
        if (verdict.rank() > 0) {
            tree.put("rank", verdict.rank());
        }
        tree.put("distanceKm", plain(verdict.distanceKm()));
        if (verdict.cost() != null) {
            tree.put("cost", tree(verdict.cost()));
        }
        tree.put("text", sentence(tried, verdict));
        return tree;
    }

    private static Map<String, Object> tree(Plan.Cost cost) {
        Map<String, Object> parts = new LinkedHashMap<>();
        cost.amounts().forEach(each -> parts.put(each.part(), each.amount().toPlainString()));
        return Map.of("total", cost.total().toPlainString(), "parts", parts);
    }

    static String sentence(Tried tried, Verdict verdict) {
        return switch (verdict.standing()) {
            case CHOSEN -> chosen(tried, verdict) + lines(verdict.reasons(), 0);
            case LOST -> lost(tried, verdict) + lines(verdict.reasons(), 1);
            case FILTERED ->
                "Not " + verdict.location() + ": "
                        + verdict.reasons().stream().map(DecisionText::failing).collect(Collectors.joining("; "));
        };
    }

    private static String chosen(Tried tried, Verdict verdict) {
        long ranked =
                tried.candidates().stream().filter(each -> each.rank() > 0).count();
        String away = verdict.distanceKm() == null ? "" : ", " + number(verdict.distanceKm()) + " km away";
        return "Chosen: ranked " + ordinal(verdict.rank()) + " of " + ranked + away + costing(verdict.cost());
    }

    private static String costing(Plan.@Nullable Cost cost) {
        if (cost == null) {
            return "";
        }
        String parts = cost.amounts().stream()
                .map(each -> each.part() + " " + each.amount().toPlainString())
                .collect(Collectors.joining(", "));
        return ", costs " + cost.total().toPlainString() + (parts.isEmpty() ? "" : " (" + parts + ")");
    }

    private static String lines(List<Reason> reasons, int from) {
        StringBuilder text = new StringBuilder();
        for (Reason reason : reasons.subList(Math.min(from, reasons.size()), reasons.size())) {
            text.append("; not for all: ").append(failing(reason));
        }
        return text.toString();
    }

    private static String lost(Tried tried, Verdict verdict) {
        String ranked = "Lost: ranked " + ordinal(verdict.rank());
        if (verdict.reasons().isEmpty()) {
            return ranked;
        }
        Reason reason = verdict.reasons().getFirst();
        Rule rule = reason.rule();
        String winner = tried.candidates().getFirst().location();
        return switch (rule.relation()) {
            case WITHIN_SHIPMENTS -> ranked + "; the limit of " + number(rule.limit()) + " shipments was reached";
            case FEWER_SHIPMENTS ->
                ranked + "; it could serve " + units(reason.value()) + ", "
                        + (Long.valueOf(1).equals(rule.limit())
                                ? winner + " serves as many or more in one shipment"
                                : "a combination of " + number(rule.limit()) + " other locations came out better");
            case LOWER_COST -> ranked + "; " + dearer(reason);
            case ASCENDING, DESCENDING -> ranked + sorted(reason, winner);
            default -> ranked + ": " + failing(reason);
        };
    }

    private static String dearer(Reason reason) {
        if (!(reason.value() instanceof BigDecimal own) || !(reason.rule().limit() instanceof BigDecimal best)) {
            return "a combination of other locations costs less";
        }
        BigDecimal more = own.subtract(best);
        return more.signum() == 0
                ? "the plan with it costs the same, " + best.toPlainString() + ", and it is behind by rank"
                : "the plan with it costs " + own.toPlainString() + ", " + more.toPlainString() + " more";
    }

    private static String units(@Nullable Object value) {
        return number(value) + (Long.valueOf(1).equals(value) ? " unit" : " units");
    }

    private static String sorted(Reason reason, String winner) {
        Rule rule = reason.rule();
        if (rule.pointer().equals("/sorts")) {
            return ", equal to " + winner + " in every sort and behind it by code";
        }
        if (reason.value() == null) {
            return " by " + rule.field() + ", which is missing";
        }
        boolean distance = Fields.DISTANCE.name().text().equals(rule.field());
        if (distance && reason.value() instanceof Double own && rule.limit() instanceof Double best) {
            String how = own > best ? " km farther than " : " km nearer than ";
            return " by distanceKm, " + number(Math.abs(own - best)) + how + winner;
        }
        return " by " + rule.field() + ", " + number(reason.value()) + " against " + number(rule.limit()) + " at "
                + winner;
    }

    /** What was found and what it should have been. */
    private static String failing(Reason reason) {
        Rule rule = reason.rule();
        String line = reason.line() == 0 ? "" : " (line " + reason.line() + ")";
        if (rule.field() == null) {
            return rule.pointer().equals(BARRED) ? String.valueOf(reason.value()) : "it failed the line before" + line;
        }
        String said = FieldSentences.failing(reason);
        if (said != null) {
            return said;
        }
        Object value = reason.value();
        if (rule.relation() == Relation.EXISTS) {
            return rule.field() + (value == null ? " is missing" : " is present") + line;
        }
        if (rule.relation() == Relation.NOT_EQUALS) {
            return rule.field() + " is " + number(rule.limit()) + line;
        }
        String wanted = " " + rule.relation().failing() + " " + limit(rule, value) + line;
        return value == null
                ? rule.field() + " is missing, so it" + wanted
                : rule.field() + " " + close(value, rule.limit()) + wanted;
    }

    private static String limit(Rule rule, @Nullable Object value) {
        if (rule.relation() == Relation.BETWEEN && rule.limit() instanceof List<?> bounds && bounds.size() == 2) {
            return number(bounds.getFirst()) + " and " + number(bounds.getLast());
        }
        return close(rule.limit(), value);
    }

    /** A number with as many places as it takes to see that it is not the other one. */
    static String close(@Nullable Object value, @Nullable Object other) {
        boolean near = value instanceof Number one
                && other instanceof Number two
                && Math.abs(one.doubleValue() - two.doubleValue()) < CLOSE;
        return near ? String.valueOf(plain(value)) : number(value);
    }

    static String number(@Nullable Object value) {
        if (value instanceof Double binary && Double.isFinite(binary)) {
            return BigDecimal.valueOf(binary)
                    .setScale(binary < 100 ? 1 : 0, RoundingMode.HALF_UP)
                    .toPlainString()
                    .replaceFirst("\\.0$", "");
        }
        if (value instanceof List<?> list) {
            return list.stream().map(DecisionText::number).collect(Collectors.joining(", "));
        }
        return value == null ? "nothing" : String.valueOf(plain(value));
    }

    /** Values as any JSON library writes them well: no exponents, no infinities. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Double binary) {
            return Double.isFinite(binary) ? exact(BigDecimal.valueOf(binary)) : "unlimited";
        }
        return value instanceof BigDecimal decimal ? exact(decimal) : value;
    }

    private static BigDecimal exact(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static String ordinal(int number) {
        int tens = number % 100;
        String ending = switch (tens >= 11 && tens <= 13 ? 0 : number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
        return number + ending;
    }
}

package io.braid.routing;

import io.braid.kernel.Texts;
import io.braid.routing.Decision.Match;
import io.braid.routing.Decision.Open;
import io.braid.routing.Decision.Reason;
import io.braid.routing.Decision.Rule;
import io.braid.routing.Decision.Tried;
import io.braid.routing.Decision.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One decision in sentences: what became of every candidate, and of the units that no scenario placed. */
final class DecisionText {
    /** Where the caller, not the strategy, says that units may not be used; its own words are the sentence. */
    static final String BARRED = "barred";

    /** The location gave up units of the line before; the caller's words say when, where it has any. */
    static final String EXCLUDED = "excluded";

    /** Lines with reasons of their own, beyond those that are told. */
    static final String OTHERS = "others";

    private final Decision decision;
    private final String currency;

    DecisionText(Decision decision) {
        this.decision = decision;
        String kept = decision.account().currency();
        this.currency = kept == null ? "" : " " + kept;
    }

    /** What holds for the whole decision; none when everything was placed and there is nothing to remark. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (decision.scenarios().isEmpty()) {
            sentences.add("No route for fulfillment type " + decision.fulfillmentType());
        }
        Map<Open, List<Plan.Part>> alike = new LinkedHashMap<>();
        for (Open open : decision.account().open()) {
            alike.computeIfAbsent(new Open(0, 0, open.outcome(), open.why(), open.figure()), any -> new ArrayList<>())
                    .add(new Plan.Part(open.line(), open.quantity()));
        }
        alike.forEach((open, parts) ->
                sentences.add("Not placed (" + open.outcome() + "): " + Figures.units(parts) + ": " + why(open)));
        decision.account().remarks().forEach(sentences::add);
        return sentences.stream().map(Texts::onOneLine).toList();
    }

    /** Why units stayed open. */
    String why(Open open) {
        return switch (open.why()) {
            case UNTRIED -> "no scenario was tried";
            case NOWHERE -> "no location has any";
            case BARRED -> "what there is may not be used";
            case ALL_PLACED -> "all there is was placed";
            case SHIPMENTS -> "the limit of " + counted(open.figure(), "shipment") + " was reached";
            case LOCATIONS_PER_LINE ->
                "the limit of " + counted(open.figure(), "location") + " for one line was reached";
            case TOO_FEW -> "no location that may serve it has enough; the most is " + open.figure();
            case TOGETHER -> "no location could give all that must go together";
            case NO_ROOM -> "the capacity of the locations that have it is used up";
            case RULED_OUT -> "every location that still has some was ruled out";
            case NOT_KEPT -> "locations were found, but the strategy did not keep a part of the whole";
            case NOT_FOUND -> "no plan with it was found";
        };
    }

    String sentence(Tried tried) {
        String placed = tried.outcome() == Match.FULL ? "Everything was placed" : "Some units were placed";
        if (tried.outcome() == Match.NONE) {
            placed = tried.candidates().isEmpty() ? "No location has stock of any line" : "Nothing could be placed";
        }
        String then = Texts.onOneLine(tried.then() == null ? placed : placed + "; then " + tried.then());
        return tried.gap() == null || tried.gap() == 0 ? then : then + unproven(tried.gap());
    }

    /** Rounded up, so that it holds; in percent with one place. */
    private static String unproven(double gap) {
        BigDecimal percent = BigDecimal.valueOf(gap).movePointRight(2).setScale(1, RoundingMode.CEILING);
        return ". The search ended before this was proven best: a better plan could gain at most "
                + percent.toPlainString() + " %";
    }

    String sentence(Tried tried, Verdict verdict) {
        return Texts.onOneLine(
                switch (verdict.standing()) {
                    case CHOSEN -> chosen(tried, verdict) + notForAll(verdict.reasons(), 0);
                    case LOST -> lost(tried, verdict) + notForAll(verdict.reasons(), 1);
                    case FILTERED -> "Not " + verdict.location() + ": " + failing(verdict.reasons());
                });
    }

    private String failing(List<Reason> reasons) {
        return reasons.stream().map(this::failing).collect(Collectors.joining("; "));
    }

    private String chosen(Tried tried, Verdict verdict) {
        long ranked =
                tried.candidates().stream().filter(each -> each.rank() > 0).count();
        String away = verdict.distanceKm() == null ? "" : ", " + Figures.number(verdict.distanceKm()) + " km away";
        String gives = verdict.given().isEmpty() ? "" : "; gives " + Figures.units(verdict.given());
        return "Chosen: ranked " + Figures.ordinal(verdict.rank()) + " of " + ranked + away + costing(verdict.cost())
                + gives;
    }

    private String costing(Plan.@Nullable Cost cost) {
        if (cost == null) {
            return "";
        }
        String parts = cost.amounts().stream()
                .map(each -> each.part() + " " + each.amount().toPlainString())
                .collect(Collectors.joining(", "));
        String unknown = cost.unknown().stream()
                .map(each -> each.part() + " unknown, counted as " + Figures.number(each.amount()))
                .collect(Collectors.joining(", "));
        String all = parts.isEmpty() || unknown.isEmpty() ? parts + unknown : parts + "; " + unknown;
        return ", costs " + cost.total().toPlainString() + currency + (all.isEmpty() ? "" : " (" + all + ")");
    }

    private String notForAll(List<Reason> reasons, int from) {
        StringBuilder text = new StringBuilder();
        for (Reason reason : reasons.subList(Math.min(from, reasons.size()), reasons.size())) {
            text.append("; not for all: ").append(failing(reason));
        }
        return text.toString();
    }

    private String lost(Tried tried, Verdict verdict) {
        String ranked = "Lost: ranked " + Figures.ordinal(verdict.rank());
        if (verdict.reasons().isEmpty()) {
            return ranked;
        }
        Reason reason = verdict.reasons().getFirst();
        Rule rule = reason.rule();
        String winner = tried.candidates().getFirst().location();
        return switch (rule.relation()) {
            case WITHIN_SHIPMENTS -> ranked + "; the limit of " + counted(rule.limit(), "shipment") + " was reached";
            case NOTHING_LEFT ->
                ranked + "; nothing was left for it: what it could serve went to " + Figures.number(rule.limit());
            case FEWER_SHIPMENTS ->
                ranked + "; it could serve " + counted(reason.value(), "unit") + ", "
                        + (Long.valueOf(1).equals(rule.limit())
                                ? winner + " serves as many or more in one shipment"
                                : "a combination of " + Figures.number(rule.limit())
                                        + " other locations came out better");
            case LOWER_COST -> ranked + "; " + dearer(reason);
            case ASCENDING, DESCENDING -> ranked + sorted(reason, winner);
            default -> ranked + ": " + failing(reason);
        };
    }

    private String dearer(Reason reason) {
        if (!(reason.value() instanceof BigDecimal own) || !(reason.rule().limit() instanceof BigDecimal best)) {
            return "a combination of other locations costs less";
        }
        BigDecimal more = own.subtract(best);
        return more.signum() == 0
                ? "the plan with it costs the same, " + best.toPlainString() + currency + ", and it is behind by rank"
                : "the plan with it costs " + own.toPlainString() + currency + ", " + more.toPlainString() + " more";
    }

    private static String counted(@Nullable Object value, String what) {
        return Figures.number(value) + " " + what + (Long.valueOf(1).equals(value) ? "" : "s");
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
            return " by distanceKm, " + Figures.number(Math.abs(own - best)) + how + winner;
        }
        return " by " + rule.field() + ", " + Figures.close(reason.value(), rule.limit()) + " against "
                + Figures.close(rule.limit(), reason.value()) + " at " + winner;
    }

    /** What was found and what it should have been. */
    private String failing(Reason reason) {
        Rule rule = reason.rule();
        String lines = lines(reason);
        if (rule.field() == null) {
            return switch (rule.pointer()) {
                case BARRED -> Figures.number(reason.value()) + lines;
                case OTHERS -> "other reasons" + lines;
                default -> Objects.requireNonNullElse(reason.value(), "it failed the line before") + lines;
            };
        }
        String said = FieldSentences.failing(reason, currency);
        if (said != null) {
            return said;
        }
        Object value = reason.value();
        if (rule.relation() == Relation.EXISTS) {
            return rule.field() + (value == null ? " is missing" : " is present") + lines;
        }
        if (rule.relation() == Relation.NOT_EQUALS) {
            return rule.field() + " is " + Figures.number(rule.limit()) + lines;
        }
        String wanted = " " + rule.relation().failing() + " " + limit(rule, value) + lines;
        return value == null
                ? rule.field() + " is missing, so it" + wanted
                : rule.field() + " " + Figures.close(value, rule.limit()) + wanted;
    }

    /** Empty where the reason is against the whole candidate. */
    static String lines(Reason reason) {
        return reason.isAgainstAll() ? "" : " (" + Figures.lines(reason.lines(), reason.more()) + ")";
    }

    private static String limit(Rule rule, @Nullable Object value) {
        if (rule.relation() == Relation.BETWEEN && rule.limit() instanceof List<?> bounds && bounds.size() == 2) {
            return Figures.number(bounds.getFirst()) + " and " + Figures.number(bounds.getLast());
        }
        return Figures.close(rule.limit(), value);
    }
}

package io.braid.routing;

import io.braid.routing.Decision.Open;
import io.braid.routing.Decision.Reason;
import io.braid.routing.Decision.Standing;
import io.braid.routing.Decision.Tried;
import io.braid.routing.Decision.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decisions as maps and lists in the shape of the API; the sentences in it are {@link DecisionText}'s. */
final class DecisionTree {
    private DecisionTree() {}

    static Map<String, @Nullable Object> of(Decision decision) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("strategy", decision.strategy());
        tree.put("version", decision.version());
        tree.put("at", decision.at().toString());
        tree.put("microseconds", decision.microseconds());
        DecisionText words = new DecisionText(decision);
        if (decision.account().currency() != null) {
            tree.put("currency", decision.account().currency());
        }
        List<Object> scenarios = new ArrayList<>();
        decision.scenarios().forEach(tried -> scenarios.add(tree(words, tried)));
        tree.put("scenarios", scenarios);
        List<Object> open = new ArrayList<>();
        decision.account().open().forEach(each -> open.add(tree(words, each)));
        tree.put("open", open);
        tree.put("remarks", decision.account().remarks());
        String text = String.join(". ", words.sentences());
        if (!text.isEmpty()) {
            tree.put("text", text);
        }
        return tree;
    }

    private static Map<String, @Nullable Object> tree(DecisionText words, Open open) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("line", open.line());
        tree.put("quantity", open.quantity());
        tree.put("outcome", open.outcome().name());
        tree.put("why", open.why().name());
        tree.put("text", words.why(open));
        return tree;
    }

    private static Map<String, @Nullable Object> tree(DecisionText words, Tried tried) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("name", tried.name());
        List<Object> candidates = new ArrayList<>();
        tried.candidates().forEach(verdict -> candidates.add(tree(words, tried, verdict)));
        tree.put("candidates", candidates);
        tree.put("outcome", tried.outcome().name());
        if (tried.then() != null) {
            tree.put("then", tried.then());
        }
        if (tried.gap() != null) {
            tree.put("optimal", tried.gap() == 0);
            tree.put("gap", tried.gap());
        }
        tree.put("text", words.sentence(tried));
        return tree;
    }

    private static Map<String, @Nullable Object> tree(DecisionText words, Tried tried, Verdict verdict) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("location", verdict.location());
        tree.put("verdict", verdict.standing().name());
        if (verdict.standing() != Standing.CHOSEN && !verdict.reasons().isEmpty()) {
            Reason reason = verdict.reasons().getFirst();
            tree.put("rule", reason.rule().pointer());
            if (reason.rule().field() != null) {
                tree.put("field", reason.rule().field());
                tree.put("value", Figures.plain(reason.value()));
                tree.put("limit", Figures.plain(reason.rule().limit()));
            }
        }
        if (verdict.rank() > 0) {
            tree.put("rank", verdict.rank());
        }
        tree.put("distanceKm", Figures.plain(verdict.distanceKm()));
        if (!verdict.given().isEmpty()) {
            List<Object> lines = new ArrayList<>();
            verdict.given().forEach(part -> lines.add(Map.of("line", part.line(), "quantity", part.quantity())));
            tree.put("lines", lines);
        }
        if (verdict.cost() != null) {
            tree.put("cost", tree(verdict.cost()));
        }
        tree.put("text", words.sentence(tried, verdict));
        return tree;
    }

    private static Map<String, Object> tree(Plan.Cost cost) {
        Map<String, Object> parts = new LinkedHashMap<>();
        cost.amounts().forEach(each -> parts.put(each.part(), each.amount().toPlainString()));
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("total", cost.total().toPlainString());
        tree.put("parts", parts);
        if (!cost.unknown().isEmpty()) {
            Map<String, Object> unknown = new LinkedHashMap<>();
            cost.unknown()
                    .forEach(each -> unknown.put(each.part(), each.amount().toPlainString()));
            tree.put("unknownCountedAs", unknown);
        }
        return tree;
    }
}

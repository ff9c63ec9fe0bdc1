package io.braid.routing;

import io.braid.routing.Decision.Reason;
import io.braid.routing.Decision.Rule;
import io.braid.routing.Decision.Standing;
import io.braid.routing.Decision.Tried;
import io.braid.routing.Decision.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the body of a decision in the latest form and gathers its texts. Used once. */
final class DecisionWriting {
    /** Their places are written down; new ones go to the end. */
    static final List<Standing> STANDINGS = List.of(Standing.FILTERED, Standing.CHOSEN, Standing.LOST);

    static final int STANDING_BITS = 0b11;
    static final int WITH_DISTANCE = 0b100;
    static final int WITH_REASONS = 0b1000;
    static final int WITH_COST = 0b10000;
    static final int WITH_UNITS = 0b100000;

    private final Map<String, Integer> texts = new HashMap<>();
    private final List<String> inOrder = new ArrayList<>();
    private final Packed body = new Packed();

    List<String> texts() {
        return inOrder;
    }

    byte[] body() {
        return body.bytes();
    }

    void decision(Decision decision) {
        text(decision.strategy());
        body.count(decision.version());
        Instant at = decision.at();
        body.number(at.getEpochSecond());
        body.count(at.getNano());
        body.number(decision.microseconds());
        text(decision.fulfillmentType());
        body.count(decision.scenarios().size());
        decision.scenarios().forEach(this::tried);
        account(decision.account());
    }

    private void account(Decision.Account account) {
        optional(account.currency());
        body.count(account.open().size());
        for (Decision.Open open : account.open()) {
            body.count(open.line());
            body.count(open.quantity());
            text(open.outcome().name());
            text(open.why().name());
            body.number(open.figure());
        }
        body.count(account.remarks().size());
        account.remarks().forEach(this::text);
    }

    private void tried(Tried tried) {
        text(tried.name());
        text(tried.outcome().name());
        optional(tried.then());
        IdentityHashMap<Rule, Integer> rules = new IdentityHashMap<>();
        List<Rule> distinct = new ArrayList<>();
        for (Verdict verdict : tried.candidates()) {
            for (Reason reason : verdict.reasons()) {
                if (rules.putIfAbsent(reason.rule(), distinct.size()) == null) {
                    distinct.add(reason.rule());
                }
            }
        }
        body.count(distinct.size());
        distinct.forEach(this::rule);
        body.count(tried.candidates().size());
        tried.candidates().forEach(verdict -> verdict(verdict, rules));
        body.value(tried.gap());
    }

    private void rule(Rule rule) {
        text(rule.pointer());
        optional(rule.field());
        text(rule.relation().name());
        value(rule.limit());
    }

    private void verdict(Verdict verdict, IdentityHashMap<Rule, Integer> rules) {
        Double distanceKm = verdict.distanceKm();
        int head = STANDINGS.indexOf(verdict.standing());
        head |= distanceKm == null ? 0 : WITH_DISTANCE;
        head |= verdict.reasons().isEmpty() ? 0 : WITH_REASONS;
        Plan.Cost cost = verdict.cost();
        head |= cost == null ? 0 : WITH_COST;
        head |= verdict.given().isEmpty() ? 0 : WITH_UNITS;
        body.raw(head);
        text(verdict.location());
        if (verdict.standing() != Standing.FILTERED) {
            body.count(verdict.rank());
        }
        if (distanceKm != null) {
            body.decimal(distanceKm);
        }
        if (cost != null) {
            cost(cost);
        }
        if (!verdict.given().isEmpty()) {
            body.count(verdict.given().size());
            int before = 0;
            for (Plan.Part part : verdict.given()) {
                body.number(part.line() - before);
                body.count(part.quantity());
                before = part.line();
            }
        }
        if (!verdict.reasons().isEmpty()) {
            body.count(verdict.reasons().size());
            verdict.reasons().forEach(reason -> reason(reason, rules, distanceKm));
        }
    }

    private void reason(Reason reason, IdentityHashMap<Rule, Integer> rules, @Nullable Double distanceKm) {
        body.count(rules.getOrDefault(reason.rule(), 0));
        body.count(reason.lines().size() * 2 + (reason.more() == 0 ? 0 : 1));
        int before = 0;
        for (int line : reason.lines()) {
            body.number(line - before);
            before = line;
        }
        if (reason.more() > 0) {
            body.count(reason.more());
        }
        boolean same = distanceKm != null && distanceKm.equals(reason.value());
        value(same ? Packed.SAME : reason.value());
    }

    private void cost(Plan.Cost cost) {
        body.count(cost.amounts().size());
        for (Plan.Amount amount : cost.amounts()) {
            text(amount.part());
            body.number(amount.amount().movePointRight(Plan.Cost.PLACES).longValueExact());
        }
        body.count(cost.unknown().size());
        for (Plan.Amount amount : cost.unknown()) {
            text(amount.part());
            body.value(amount.amount());
        }
    }

    private void text(String text) {
        Integer index = texts.putIfAbsent(text, inOrder.size());
        if (index == null) {
            inOrder.add(text);
        }
        body.count(index == null ? inOrder.size() - 1 : index);
    }

    private void optional(@Nullable String text) {
        body.raw(text == null ? 0 : 1);
        if (text != null) {
            text(text);
        }
    }

    private void value(@Nullable Object value) {
        if (value instanceof String text) {
            body.raw(Packed.TEXT);
            text(text);
        } else if (value instanceof List<?> list) {
            body.raw(Packed.LIST);
            body.count(list.size());
            list.forEach(this::value);
        } else {
            body.value(value);
        }
    }
}

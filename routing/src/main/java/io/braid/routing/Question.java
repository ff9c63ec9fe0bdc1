package io.braid.routing;

import java.time.Instant;
import java.util.List;

/**
 * One thing to decide: these lines of this order, at this moment, among these candidates. The moment comes with the
 * question because the engine has no clock. Line numbers are unique; a candidate is a location that holds stock of at
 * least one of the lines, the others need not be passed.
 */
public record Question(Instant at, OrderFacts order, List<LineFacts> lines, List<Candidate> candidates) {
    public Question {
        lines = List.copyOf(lines);
        candidates = List.copyOf(candidates);
    }
}

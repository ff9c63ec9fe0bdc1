package io.braid.api;

import io.braid.kernel.Fault;
import io.braid.kernel.Refusal;
import java.util.List;

/**
 * The one exception of the edge: a handler, or what runs before it, answers with this problem. It carries no stack
 * trace, because it is no bug, and whatever transaction it leaves is rolled back.
 */
final class Declined extends RuntimeException {
    private final transient Problem problem;

    Declined(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    static Declined by(Refusal refusal) {
        return new Declined(Problem.of(refusal));
    }

    static Declined invalid(List<Fault> faults) {
        return new Declined(Problem.invalid(faults));
    }

    /** For what is named in a path and is not there, or is another's. */
    static Declined notFound() {
        return new Declined(Problem.NOTHING_HERE);
    }

    static Declined badParameter(String name, String detail) {
        return new Declined(Problem.of(400, "bad-parameter", "parameter " + name + ": " + detail));
    }

    Problem problem() {
        return problem;
    }
}

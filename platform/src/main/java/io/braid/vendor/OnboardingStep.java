package io.braid.vendor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the four parts a vendor works through, in any order, and how far it is. No step waits for another, and nothing
 * a vendor sets up waits for a step; what activation needs is told by {@link Vendors#missing}.
 *
 * @param comment what the operator said when it was reviewed
 * @param missing what is still needed to hand it in
 * @param version 0 while nobody touched it
 */
public record OnboardingStep(
        Name name,
        State state,
        @Nullable String comment,
        List<String> missing,
        int version,
        @Nullable Instant updatedAt) {
    /** The four parts. */
    public enum Name {
        CORPORATE,
        USERS,
        DOCUMENTS,
        INTEGRATION
    }

    /** How far it is. A change after it was handed in, or after a rejection, opens it again. */
    public enum State {
        EMPTY,
        IN_PROGRESS,
        SUBMITTED,
        APPROVED,
        REJECTED
    }

    public OnboardingStep {
        missing = List.copyOf(missing);
    }

    static OnboardingStep empty(Name name) {
        return new OnboardingStep(name, State.EMPTY, null, List.of(), 0, null);
    }

    OnboardingStep missing(List<String> now) {
        return new OnboardingStep(name, state, comment, now, version, updatedAt);
    }

    OnboardingStep moved(State to, @Nullable String why, Instant at) {
        return new OnboardingStep(name, to, why, missing, version + 1, at);
    }
}

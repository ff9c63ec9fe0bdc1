package io.braid.simulation;

import org.jspecify.annotations.Nullable;

/** How a run ended. */
record Ended(
        Simulation.State state,
        @Nullable Figures live,
        @Nullable Figures draft,
        @Nullable String failure) {
    static Ended done(Figures live, Figures draft) {
        return new Ended(Simulation.State.DONE, live, draft, null);
    }

    static Ended failed(String failure) {
        return new Ended(Simulation.State.FAILED, null, null, failure);
    }
}

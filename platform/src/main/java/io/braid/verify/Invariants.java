package io.braid.verify;

import java.util.List;

/**
 * What must always hold, one SQL file each under {@code resources/sql/invariants}: a query that returns the rows which
 * break it. All are asked of one snapshot of the database, so that they may be asked while orders come in. It finds and
 * tells; it repairs nothing.
 */
public final class Invariants {
    private final InvariantStore store;
    private final List<Invariant> invariants;

    Invariants(InvariantStore store, List<Invariant> invariants) {
        this.store = store;
        this.invariants = invariants;
    }

    /** What each of them found, in the order of their names. */
    public List<Finding> check() {
        return store.check(invariants);
    }
}

package io.braid.access;

import io.braid.store.Transactions;
import java.util.Optional;

/**
 * Slows guessing down and locks nobody out. What counts is who is guessed at from where: the waits grow for that pair
 * alone, so a stranger's guesses do not keep an owner from signing in. Guesses at one name from many unknown places,
 * and at many names from one place, get short waits besides. An attempt counts before it is made, so a burst of many at
 * once is no way around; all instances count together.
 */
final class Throttle {
    private final ThrottleStore store;
    private final Transactions transactions;

    Throttle(ThrottleStore store, Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /** How many attempts are free, and how long the longest wait is; it doubles from one second on. */
    enum Measure {
        PAIR(5, 900),
        NAME(50, 60),
        SOURCE(300, 10);

        private final int free;
        private final int longestSeconds;

        Measure(int free, int longestSeconds) {
            this.free = free;
            this.longestSeconds = longestSeconds;
        }
    }

    /** What is counted: the measure, and whom or what it is about. */
    record Name(Measure measure, String about) {
        byte[] hash() {
            return Secret.hash(measure + "\n" + about);
        }
    }

    /** Empty when the attempt may be made, else the seconds to wait. It commits by itself, whatever comes after. */
    Optional<Integer> claim(Name name) {
        boolean free =
                transactions.call(() -> store.claim(name.hash(), name.measure().free, name.measure().longestSeconds));
        return free ? Optional.empty() : Optional.of(Math.max(1, store.waitingSeconds(name.hash())));
    }

    void forgive(Name name) {
        store.forgive(name.hash());
    }
}

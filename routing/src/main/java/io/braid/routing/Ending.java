package io.braid.routing;

import io.braid.routing.Decision.Match;
import org.jspecify.annotations.Nullable;

/** What follows a scenario when it placed everything, a part, or nothing. */
record Ending(Step full, Step partial, Step none) {
    static final Step ASSIGN = new Step(After.ASSIGN, null);

    /** The same for a part and for nothing; a full match is the answer. */
    static Ending otherwise(After after) {
        Step step = new Step(after, null);
        return new Ending(ASSIGN, step, step);
    }

    /** An action, with the group it names. */
    record Step(After after, @Nullable String group) {
        boolean goesOn() {
            return after == After.NEXT_SCENARIO_WITH_REST
                    || after == After.NEXT_SCENARIO_WITH_WHOLE
                    || after == After.LOCATION_GROUP;
        }
    }

    Step after(Match match) {
        return switch (match) {
            case FULL -> full;
            case PARTIAL -> partial;
            case NONE -> none;
        };
    }

    /** Whether a later scenario can be reached. */
    boolean goesOn() {
        return full.goesOn() || partial.goesOn() || none.goesOn();
    }

    /** What may follow. */
    enum After {
        NEXT_SCENARIO_WITH_REST("what was placed stays placed, the next scenario gets the rest"),
        NEXT_SCENARIO_WITH_WHOLE("nothing stays placed, the next scenario gets the whole"),
        LOCATION_GROUP("the same scenario is tried for the rest at the locations of a group, written {\"group\": name};"
                + " what is left then goes to the next scenario"),
        BACKORDER("the rest waits for stock; after a full match, the whole"),
        CANCEL("the rest is canceled; after a full match, the whole"),
        CUSTOMER_CARE("the rest goes to a person; after a full match, the whole"),
        ASSIGN("after a full match: the plan is the answer");

        private final String meaning;

        After(String meaning) {
            this.meaning = meaning;
        }

        String meaning() {
            return meaning;
        }
    }
}

package io.braid.routing;

import java.util.List;

/** What becomes of a line's units that no scenario placed, when these conditions hold for the line. */
record Rest(List<Filter> filters, Plan.Outcome outcome) {
    boolean holds(Facts facts) {
        for (Filter filter : filters) {
            if (!filter.holds(facts)) {
                return false;
            }
        }
        return true;
    }
}

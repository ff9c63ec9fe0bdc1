package io.braid.routing;

import io.braid.routing.Decision.Rule;
import java.util.List;

/**
 * A compiled condition: one comparison, or a group of conditions. It answers whether it holds at the cursor and, when
 * asked, which single comparison is to blame for the answer.
 */
sealed interface Filter {
    /** What the answer depends on: bits of {@link Field}. */
    int needs();

    default boolean dependsOnCandidate() {
        return (needs() & Field.CANDIDATE) != 0;
    }

    default boolean dependsOnLine() {
        return (needs() & Field.LINE) != 0;
    }

    boolean holds(Facts facts);

    /** Whether it holds for the line at the cursor whichever candidate is looked at; false when that is not sure. */
    default boolean holdsForEveryCandidate(Facts facts) {
        return !dependsOnCandidate() && holds(facts);
    }

    /** The comparison that decided; valid right after {@link #holds} at the same cursor. */
    Leaf blame(Facts facts);

    /** Whether something compares as wanted at the cursor. */
    interface Check {
        boolean holds(Facts facts);
    }

    /** One comparison. The rule says what was required, which inside a negated group is the opposite. */
    record Leaf(Rule rule, Field field, Check check) implements Filter {
        @Override
        public int needs() {
            return field.needs();
        }

        @Override
        public boolean holds(Facts facts) {
            return check.holds(facts);
        }

        @Override
        public Leaf blame(Facts facts) {
            return this;
        }
    }

    /** All, any or none of its members must hold. */
    record Group(Quantifier quantifier, List<Filter> members, int needs) implements Filter {
        @Override
        public boolean holds(Facts facts) {
            boolean wanted = quantifier != Quantifier.ALL;
            for (int i = 0; i < members.size(); i++) {
                if (members.get(i).holds(facts) == wanted) {
                    return quantifier == Quantifier.ANY;
                }
            }
            return quantifier != Quantifier.ANY;
        }

        @Override
        public boolean holdsForEveryCandidate(Facts facts) {
            return switch (quantifier) {
                case ANY -> members.stream().anyMatch(member -> member.holdsForEveryCandidate(facts));
                case ALL -> members.stream().allMatch(member -> member.holdsForEveryCandidate(facts));
                case NONE -> !dependsOnCandidate() && holds(facts);
            };
        }

        @Override
        public Leaf blame(Facts facts) {
            boolean decisive = quantifier != Quantifier.ALL;
            for (Filter member : members) {
                if (member.holds(facts) == decisive) {
                    return member.blame(facts);
                }
            }
            return members.getFirst().blame(facts);
        }
    }

    /** How many members of a group must hold. */
    enum Quantifier {
        ALL("all"),
        ANY("any"),
        NONE("none");

        private final String word;

        Quantifier(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}

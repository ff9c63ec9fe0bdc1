package io.braid.sourcing;

import io.braid.kernel.Fault;
import io.braid.kernel.Refusal;
import java.util.List;

/** Why a strategy is not stored or not promoted. */
public sealed interface StrategyRefusal extends Refusal {
    /** The document does not make a strategy. */
    record InvalidStrategy(List<Fault> faults) implements StrategyRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "The document is not a strategy and was not stored; see errors. GET /api/v1/routing/vocabulary lists"
                    + " every field, operator, sort, mode and action.";
        }
    }

    record NoSuchStrategy() implements StrategyRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "There is no such strategy.";
        }
    }

    record NothingToRollBackTo() implements StrategyRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "No strategy was live before the one that is live now.";
        }
    }
}

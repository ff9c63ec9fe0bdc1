package io.braid.sourcing;

import io.braid.kernel.Fault;
import io.braid.kernel.Refusal;
import io.braid.kernel.Stale;
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

    /** What it names is not there any more, or means something else. */
    record NoLongerReads(String name, int version, List<Fault> faults) implements StrategyRefusal {
        public NoLongerReads {
            faults = List.copyOf(faults);
        }

        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "'" + name + "' version " + version
                    + " cannot rule: it names what was removed or changed since it was stored; see errors. Nothing was"
                    + " changed. Define it again, or draft a version that does without it.";
        }
    }

    /** The operator meant to undo something that is not the last thing done. */
    record RuledByAnother(String name, int version) implements StrategyRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "What a rollback undoes now is '" + name + "' version " + version
                    + ", not the strategy you named. Read the strategies again and decide anew.";
        }
    }

    /** Only a draft that never ruled an order is removed. */
    record HasRuled(String name, int version) implements StrategyRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "'" + name + "' version " + version
                    + " is or was live, or had a share of the orders: decisions refer to it, so it stays.";
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

    /** One strategy at a time may take a share. */
    record AnotherOnTrial(String name, int version) implements StrategyRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "'" + name + "' version " + version
                    + " has a share of the orders already, and one strategy at a time"
                    + " may have one. Promote it, or end its share with DELETE on its promotion, then try again.";
        }
    }

    /** The live strategy has all orders that no other has. */
    record AlreadyLive(String name, int version) implements StrategyRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "'" + name + "' version " + version
                    + " is live and takes every order; a share is for one that is not.";
        }
    }

    /** There is no trial to end or to compare. */
    record NotOnTrial(String name, int version) implements StrategyRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "'" + name + "' version " + version + " has no share of the orders. POST a share to its promotion"
                    + " first.";
        }
    }

    /** Somebody promoted it, gave it a share or retired it meanwhile. */
    record VersionConflict(int expected, int currentVersion) implements StrategyRefusal, Stale {
        @Override
        public String detail() {
            return "You saw version " + expected + " of the strategy's standing; it is at " + currentVersion
                    + " now: somebody promoted it, gave it a share or retired it. Read it again and decide anew.";
        }
    }
}

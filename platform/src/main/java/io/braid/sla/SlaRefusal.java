package io.braid.sla;

import io.braid.kernel.Fault;
import io.braid.kernel.Refusal;
import io.braid.kernel.Stale;
import java.util.List;

/** Why policies or settings were not taken; nothing was changed then. */
public sealed interface SlaRefusal extends Refusal {
    record InvalidPolicies(List<Fault> faults) implements SlaRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return faults.getFirst().detail();
        }
    }

    record InvalidSettings(List<Fault> faults) implements SlaRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return faults.getFirst().detail();
        }
    }

    /** Somebody else was faster. */
    record VersionConflict(int expectedVersion, int currentVersion) implements SlaRefusal, Stale {
        @Override
        public String detail() {
            return "What you change is at version " + currentVersion + ", not at " + expectedVersion
                    + ". Read it again and decide again.";
        }
    }
}

package io.braid.pricing;

import io.braid.kernel.Refusal;
import java.util.UUID;

/** Why a proposal was not made or decided. */
public sealed interface ProposalRefusal extends Refusal {
    /** There is no such proposal of that vendor. */
    record ProposalNotFound(UUID id) implements ProposalRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "There is no proposal " + id + ".";
        }
    }

    /** Somebody decided before. */
    record ProposalDecided(UUID id, Proposal.State state) implements ProposalRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "Proposal " + id + " is " + state + " already; what was decided stays.";
        }
    }
}

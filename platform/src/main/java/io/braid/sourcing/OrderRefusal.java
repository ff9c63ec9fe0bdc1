package io.braid.sourcing;

import io.braid.kernel.Fault;
import io.braid.kernel.OrderNumber;
import io.braid.kernel.Refusal;
import io.braid.kernel.Stale;
import io.braid.order.ExternalNumber;
import java.util.List;

/** Why an order is not accepted, or a command on it not done. */
public sealed interface OrderRefusal extends Refusal {
    /** The order names things that do not exist or do not fit. */
    record InvalidOrder(List<Fault> faults) implements OrderRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "The order was not accepted and nothing was stored: "
                    + (faults.size() == 1 ? faults.getFirst().detail() : faults.size() + " faults, see errors.");
        }
    }

    /** The channel already sent another order under this number. */
    record DuplicateOrder(ExternalNumber external, OrderNumber existing) implements OrderRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "Channel " + external.channel() + " already has an order " + external.number() + " (order "
                    + existing + ") and it says something else. Send the same body to get it back, or use another"
                    + " externalNumber.";
        }
    }

    /** The client used this Idempotency-Key for another request. */
    record IdempotencyKeyReused(String key) implements OrderRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "Idempotency-Key '" + key + "' was used for another request within 72 hours. Use a new key for a"
                    + " new order.";
        }
    }

    /** There is no such order. */
    record NoSuchOrder() implements OrderRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "There is no such order.";
        }
    }

    /** Somebody changed the order since the caller saw it. */
    record VersionConflict(int expected, int currentVersion) implements OrderRefusal, Stale {
        @Override
        public String detail() {
            return "You saw version " + expected + "; the order is at version " + currentVersion
                    + " now. Read it again and decide anew.";
        }
    }

    /** Everything has shipped or is canceled, or vendors have been asked already. */
    record NothingToCancel(String state) implements OrderRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "The order is " + state + " and has no units that could still be canceled, or every vendor that has"
                    + " some was asked before: GET /api/v1/amendments?order= shows what they answered.";
        }
    }

    /** Nothing is left that could go elsewhere. */
    record NothingToReaddress(String state) implements OrderRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "The order is " + state + ": everything has shipped or is canceled, nothing can go elsewhere.";
        }
    }

    record NoSuchAmendment() implements OrderRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "There is no such request.";
        }
    }

    /** A request is answered once. */
    record AmendmentAnswered(String state) implements OrderRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "The request is " + state + " and cannot be answered again.";
        }
    }
}

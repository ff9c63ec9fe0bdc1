package io.braid.sourcing;

import io.braid.kernel.Fault;
import io.braid.kernel.Refusal;
import java.util.List;

/** Why nothing can be said about a cart. */
public sealed interface PromiseRefusal extends Refusal {
    /** The cart names a product, a service or a place that is not known. */
    record InvalidCart(List<Fault> faults) implements PromiseRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "Nothing can be promised for this cart: "
                    + (faults.size() == 1 ? faults.getFirst().detail() : faults.size() + " faults, see errors.");
        }
    }
}

package io.braid.simulation;

import io.braid.kernel.Refusal;
import java.time.Instant;

/** Why a simulation is not begun or not canceled. */
public sealed interface SimulationRefusal extends Refusal {
    /** Nothing was accepted in that time. */
    record NoOrdersToReplay(Instant from, Instant to) implements SimulationRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "No order was accepted from " + from + " until before " + to + ". Choose a longer time, or upload"
                    + " orders as application/x-ndjson.";
        }
    }

    record TooManyOrdersToReplay(long orders, long ordersMax) implements SimulationRefusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return orders + " orders lie in that time; one simulation replays at most " + ordersMax
                    + ". Choose a shorter time.";
        }
    }

    record TooManySimulations(long waiting) implements SimulationRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return waiting + " simulations are waiting or running already. Cancel one with DELETE, or wait.";
        }
    }

    /** What has ended cannot be canceled. */
    record SimulationEnded(Simulation.State state) implements SimulationRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "The simulation is " + state + "; only one that waits or runs can be canceled.";
        }
    }

    record NoSuchSimulation() implements SimulationRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "There is no such simulation.";
        }
    }
}

package io.braid.simulation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What to simulate: a strategy that reads, over orders of the past or of a file, on the stock of now or of then. */
public record Wish(Draft draft, Orders orders, Simulation.StockOf stock) {
    /**
     * The strategy to try.
     *
     * @param strategy null for a document that is not stored; its version is 0 then
     */
    public record Draft(@Nullable UUID strategy, int version, String document) {}

    /** Which orders are replayed. */
    public sealed interface Orders {
        /** Those accepted from one moment until before another. */
        record Within(Instant from, Instant to) implements Orders {}

        /** Those of a file, which a {@link FileOrders} has read before and can read again. */
        record Uploaded(List<Line> lines) implements Orders {
            public Uploaded {
                lines = List.copyOf(lines);
            }
        }
    }

    /** A line of a file, from 1. */
    public record Line(int number, String body) {}
}

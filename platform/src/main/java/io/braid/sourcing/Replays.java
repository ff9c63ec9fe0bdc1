package io.braid.sourcing;

import io.braid.carriage.Carriers;
import io.braid.routing.Strategy;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens replays: placed orders routed once more, by two strategies side by side. Nothing is kept or reserved. */
public final class Replays {
    private final Replay.Sources sources;
    private final Carriers carriers;

    Replays(Replay.Sources sources, Carriers carriers) {
        this.sources = sources;
        this.carriers = carriers;
    }

    /** A strategy by which orders are replayed, with what its decisions are stamped with. */
    public record Rules(UUID id, int version, Strategy strategy) {
        LiveStrategy compiled() {
            return new LiveStrategy(id, version, strategy);
        }
    }

    /**
     * What to replay on.
     *
     * @param now the moment whose prices hold, and whose stock where none of the past is wanted
     * @param since null for the stock of now; else for that of this moment, with what came in after it in its time
     */
    public record Ground(Instant now, @Nullable Instant since) {}

    public Replay open(Rules live, Rules draft, Ground ground) {
        return new Replay(sources, live.compiled(), draft.compiled(), ground, Gathering.once(carriers));
    }
}

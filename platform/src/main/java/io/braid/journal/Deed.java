package io.braid.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who does something, when, through which channel: an argument of every command, so that nothing happens in nobody's
 * name.
 *
 * @param channel how it came in: {@code API}, {@code IMPORT}, {@code EDI}, {@code PORTAL}, {@code SYSTEM}
 * @param correlationId ties together everything one request caused
 */
public record Deed(Actor actor, Instant at, String channel, String correlationId) {
    /** The database keeps microseconds, and rounds what is finer: what is told and hashed must be what is kept. */
    public Deed {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** What the product does by itself. */
    public static Deed bySystem(String name, Instant at) {
        return new Deed(new Actor("SYSTEM", name), at, "SYSTEM", name);
    }

    /**
     * A person, a key, a partner or the system.
     *
     * @param type {@code API_KEY}, {@code USER}, {@code EDI_PARTNER} or {@code SYSTEM}
     */
    public record Actor(String type, String id) {}
}

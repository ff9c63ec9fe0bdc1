package io.braid.location;

import java.time.Instant;

/** A planned time without work, from the first moment until just before the second, with a reason for people. */
public record Downtime(Instant from, Instant to, String reason) {}

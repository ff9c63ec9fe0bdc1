package io.braid.order;

import java.time.Instant;

/**
 * The orders accepted from one moment until before another.
 *
 * @param first the lowest of their numbers; 0 when there are none
 * @param last the highest
 */
public record Span(Instant from, Instant to, long orders, long first, long last) {}

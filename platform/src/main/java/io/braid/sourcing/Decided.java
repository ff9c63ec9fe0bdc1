package io.braid.sourcing;

import io.braid.kernel.OrderNumber;
import io.braid.routing.Decision;
import java.util.UUID;

/**
 * A decision to be kept.
 *
 * @param seq the order's n-th decision
 * @param reason what called for it: {@code PLACED} or {@code SHORTFALL}
 * @param reached what it came to
 */
public record Decided(OrderNumber order, int seq, String reason, UUID strategy, Decision decision, Reached reached) {}

package io.braid.sourcing;

import io.braid.routing.Strategy;
import java.util.UUID;

/** A stored strategy, compiled, with what a decision is stamped with. */
record LiveStrategy(UUID id, int version, Strategy strategy) {}

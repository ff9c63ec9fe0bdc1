package io.braid.rules.planted.alpha;

import io.braid.rules.planted.beta.Answers;

/** Planted: uses another module. */
public record Asks(Answers answers) {}

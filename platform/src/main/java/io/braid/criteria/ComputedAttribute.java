package io.braid.criteria;

import io.braid.routing.Lexicon;
import java.time.Instant;

/** A named expression over the fields of an order, a line, a product, a location and a customer. */
public record ComputedAttribute(
        String name, String expression, Lexicon.Kind kind, String meaning, int version, Instant updatedAt) {}

package io.braid.pricing;

import java.time.Instant;

/** A price in an item's history, and when it was agreed on. */
public record AgreedPrice(ContractedPrice price, Instant agreedAt) {}

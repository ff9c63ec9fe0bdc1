package io.braid.invoice;

/** An invoice with its place in the export: places run without gaps, and what became visible earlier comes first. */
public record Exported(long place, Invoice invoice) {}

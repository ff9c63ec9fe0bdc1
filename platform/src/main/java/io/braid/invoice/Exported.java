package io.braid.invoice;

import org.jspecify.annotations.Nullable;

/** A document with its place in the export: places run without gaps, and what became visible earlier comes first. */
public sealed interface Exported {
    long place();

    record OfInvoice(long place, Invoice invoice) implements Exported {}

    /** A note, and what was deducted by it if it is a deduction that was agreed. */
    record OfNote(long place, CreditNote note, Deduction.@Nullable Kind deduction) implements Exported {}
}

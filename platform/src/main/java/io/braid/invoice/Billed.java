package io.braid.invoice;

/** What was agreed with vendors and what was invoiced for it: the sides that a vendor's own invoice is held against. */
record Billed(Invoices invoices, VendorTerms terms) {}

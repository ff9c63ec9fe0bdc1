package io.braid.invoice;

import io.braid.journal.Journal;
import io.braid.store.Transactions;
import io.braid.store.VendorReads;

/** What the facades of this module all stand on. */
record Ground(VendorReads reads, Journal journal, Transactions transactions) {}

package io.braid.api;

import io.braid.journal.Deed;

/** Who calls and the deed it would be, as one argument for handlers that have many others. */
record Arrival(Caller caller, Deed deed) {}

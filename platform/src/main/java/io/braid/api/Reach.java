package io.braid.api;

import io.braid.journal.Deed;

/** A deed and how far it may reach, as one argument for handlers that have many others. */
record Reach(Deed deed, Sight sight) {}

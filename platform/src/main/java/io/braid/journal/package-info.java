/** The immutable log of every transition, hash-chained per subject, and the outbox beside it. */
@NullMarked
package io.braid.journal;

import org.jspecify.annotations.NullMarked;

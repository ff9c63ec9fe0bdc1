package io.braid.sourcing;

import io.braid.journal.Deed;
import io.braid.order.NewOrder;
import io.braid.store.Idempotency;
import org.jspecify.annotations.Nullable;

/**
 * One order on its way in.
 *
 * @param fingerprint what the channel said, hashed: the same order sent twice has the same
 * @param key under which the answer is to be kept, when the client gave one
 */
public record Incoming(Deed deed, NewOrder order, byte[] fingerprint, Idempotency.@Nullable Key key) {}

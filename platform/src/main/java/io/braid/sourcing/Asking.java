package io.braid.sourcing;

import io.braid.journal.Deed;
import io.braid.kernel.OrderNumber;
import io.braid.order.NewOrder;
import org.jspecify.annotations.Nullable;

/** Who asks the engine, about which order; a dry run has no number. */
record Asking(Deed deed, @Nullable OrderNumber number, NewOrder order) {}

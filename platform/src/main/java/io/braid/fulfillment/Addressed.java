package io.braid.fulfillment;

import io.braid.kernel.ShipmentNumber;
import org.jspecify.annotations.Nullable;

/** Which shipment a command is for, and the version it was decided on; null when the caller does not care. */
public record Addressed(ShipmentNumber shipment, @Nullable Integer expectedVersion) {}

package io.braid.fulfillment;

import io.braid.kernel.UnitCost;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of a shipment line costs. For a vendor it is copied from the contracted price it names, and the
 * database holds the two together; for an owned location there is no price and no vendor SKU, only our own cost.
 */
public record ContractedCost(@Nullable UUID price, @Nullable String vendorSku, UnitCost unitCost) {}

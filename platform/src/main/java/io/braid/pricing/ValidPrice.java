package io.braid.pricing;

import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.kernel.VendorCode;
import java.util.UUID;

/** What a vendor charges for one unit on a given day; shipment lines keep all of it. */
public record ValidPrice(UUID id, VendorCode vendor, Sku sku, String vendorSku, UnitCost unitCost) {}

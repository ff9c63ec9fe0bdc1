package io.braid.invoice;

import io.braid.kernel.ShipmentNumber;

/** Names a ship notice of a vendor's shipment. */
record NoticeKey(ShipmentNumber shipment, int notice) {}

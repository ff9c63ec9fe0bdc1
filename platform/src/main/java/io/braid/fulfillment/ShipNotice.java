package io.braid.fulfillment;

import java.time.Instant;
import java.util.List;

/** Step 2, once: packages that left together, under the location's own notice number or one we gave. */
public record ShipNotice(
        int notice,
        String number,
        Instant shippedAt,
        Instant recordedAt,
        Remainder remainder,
        List<NoticePackage> packages) {
    public ShipNotice {
        packages = List.copyOf(packages);
    }
}

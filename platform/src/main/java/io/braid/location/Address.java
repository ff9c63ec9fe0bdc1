package io.braid.location;

import io.braid.kernel.CountryCode;
import io.braid.kernel.PostalCode;
import org.jspecify.annotations.Nullable;

/**
 * Where a location stands. The postal code is kept as it was written; {@link #postal()} is what tables are searched by.
 */
public record Address(
        String name,
        String line1,
        @Nullable String line2,
        String city,
        String region,
        String postalCode,
        CountryCode country,
        @Nullable String phone) {
    public Address {
        PostalCode.parse(country, postalCode);
    }

    public PostalCode postal() {
        return PostalCode.parse(country, postalCode);
    }
}

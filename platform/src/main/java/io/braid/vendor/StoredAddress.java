package io.braid.vendor;

import io.braid.kernel.CountryCode;
import io.braid.location.Address;
import org.jspecify.annotations.Nullable;

/** An address as it is kept in a document of a vendor's row. */
record StoredAddress(
        String name,
        String line1,
        @Nullable String line2,
        String city,
        String region,
        String postalCode,
        String country,
        @Nullable String phone) {
    static StoredAddress of(Address address) {
        return new StoredAddress(
                address.name(),
                address.line1(),
                address.line2(),
                address.city(),
                address.region(),
                address.postalCode(),
                address.country().text(),
                address.phone());
    }

    Address address() {
        return new Address(name, line1, line2, city, region, postalCode, new CountryCode(country), phone);
    }
}

package io.braid.vendor;

import io.braid.kernel.VendorCode;
import org.jspecify.annotations.Nullable;

/**
 * A company that ships from its own stock.
 *
 * @param email where it was invited; no two vendors share one
 * @param paymentDays how many days after its date an invoice is due
 */
public record Vendor(
        VendorCode code, String name, String email, Status status, Contact contact, int paymentDays, int version) {
    /** Only an active vendor's locations are given orders. */
    public enum Status {
        ONBOARDING,
        ACTIVE,
        INACTIVE
    }

    /** The person to call; until somebody names one, the invited address is the contact. */
    public record Contact(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {
        public static final Contact NONE = new Contact(null, null, null);
    }
}

package io.braid.vendor;

import io.braid.kernel.VendorCode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A company that ships from its own stock.
 *
 * @param email where it was invited; no two vendors share one
 * @param paymentDays how many days after its date an invoice is due
 * @param currency in which all its prices are; null until the first one is agreed
 */
public record Vendor(
        VendorCode code,
        String name,
        String email,
        Status status,
        Contact contact,
        int paymentDays,
        IntegrationMode integration,
        @Nullable Currency currency,
        int version) {
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

        /** Somebody was named, but nothing to reach that person by. */
        boolean isOutOfReach() {
            return name != null && email == null && phone == null;
        }
    }

    Vendor in(Status other, int at) {
        return new Vendor(code, name, email, other, contact, paymentDays, integration, currency, at);
    }

    Vendor by(IntegrationMode mode, int at) {
        return new Vendor(code, name, email, status, contact, paymentDays, mode, currency, at);
    }
}

package io.braid.vendor;

import io.braid.kernel.VendorCode;
import io.braid.vendor.Vendor.Contact;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A company to be invited.
 *
 * @param code how it will be called everywhere; null derives it from the name
 */
public record Invitation(@Nullable VendorCode code, String name, String email, Contact contact) {
    public Invitation {
        name = name.strip();
        email = email.strip().toLowerCase(Locale.ROOT);
    }
}

package io.braid.access;

import io.braid.access.User.Status;
import io.braid.kernel.VendorCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How somebody proves who he is; it never leaves the module.
 *
 * @param nowSeconds the database's clock, by which codes are read
 */
record Credentials(
        UUID id,
        @Nullable VendorCode vendor,
        Status status,
        boolean lockedOut,
        @Nullable String passwordHash,
        byte @Nullable [] sealedTotp,
        boolean totpConfirmed,
        long totpLastStep,
        long nowSeconds) {

    boolean mayEnter() {
        return status == Status.ACTIVE && !lockedOut;
    }
}

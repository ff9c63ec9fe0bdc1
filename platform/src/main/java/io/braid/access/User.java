package io.braid.access;

import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who works with Braid: of the operator, or of one vendor. An address belongs to one person of the operator
 * and to one of each vendor; the same human being at two vendors is two users.
 *
 * @param roles codes of the portal's roles, sorted
 * @param secondFactor whether a code of an authenticator is asked for beside the password
 */
public record User(
        UUID id,
        @Nullable VendorCode vendor,
        String email,
        String name,
        List<String> roles,
        Status status,
        boolean secondFactor,
        int version,
        Instant createdAt) {

    /** Only an active user gets in. */
    public enum Status {
        INVITED,
        ACTIVE,
        SUSPENDED,
        REMOVED
    }

    /** What a new user should be. */
    public record Wish(@Nullable VendorCode vendor, EmailAddress email, String name, List<String> roles) {
        public Portal portal() {
            return vendor == null ? Portal.OPERATOR : Portal.VENDOR;
        }
    }

    public Portal portal() {
        return vendor == null ? Portal.OPERATOR : Portal.VENDOR;
    }

    User with(String otherName, List<String> otherRoles, Status otherStatus) {
        return new User(id, vendor, email, otherName, otherRoles, otherStatus, secondFactor, version + 1, createdAt);
    }

    User nameless() {
        return new User(id, vendor, "", "", roles, status, false, version, createdAt);
    }
}

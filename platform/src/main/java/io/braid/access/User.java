package io.braid.access;

import io.braid.kernel.LocationCode;
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
 * @param locations where he works, sorted; with the role of a location's staff he sees no others
 * @param secondFactor whether a code of an authenticator is asked for beside the password
 */
public record User(
        UUID id,
        @Nullable VendorCode vendor,
        String email,
        String name,
        List<String> roles,
        List<LocationCode> locations,
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
    public record Wish(
            @Nullable VendorCode vendor,
            EmailAddress email,
            String name,
            List<String> roles,
            List<LocationCode> locations) {
        public Portal portal() {
            return vendor == null ? Portal.OPERATOR : Portal.VENDOR;
        }
    }

    public Portal portal() {
        return vendor == null ? Portal.OPERATOR : Portal.VENDOR;
    }

    User with(String otherName, List<String> otherRoles, Status otherStatus) {
        return new User(
                id, vendor, email, otherName, otherRoles, locations, otherStatus, secondFactor, version + 1, createdAt);
    }

    User at(List<LocationCode> others) {
        List<LocationCode> sorted = others.stream().distinct().sorted().toList();
        return new User(id, vendor, email, name, roles, sorted, status, secondFactor, version, createdAt);
    }

    User nameless() {
        return new User(id, vendor, "", "", roles, List.of(), status, false, version, createdAt);
    }
}

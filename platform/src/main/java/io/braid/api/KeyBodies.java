package io.braid.api;

import io.braid.access.ApiKey;
import io.braid.access.Permissions;
import io.braid.kernel.VendorCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How keys are written and read, by the operator and by vendors alike. */
final class KeyBodies {
    private static final int NAME_LENGTH_MAX = 200;

    private KeyBodies() {}

    record NewKey(
            @Nullable String name,
            @Nullable String vendor,
            @Nullable List<@Nullable String> scopes,
            @Nullable Instant expiresAt) {}

    record IssuedView(
            UUID id,
            String name,
            @Nullable String vendor,
            List<String> scopes,
            @Nullable Instant expiresAt,
            String key) {
        static IssuedView of(ApiKey.Issued issued) {
            ApiKey key = issued.key();
            return new IssuedView(
                    key.id(), key.name(), text(key.vendor()), sorted(key.scopes()), key.expiresAt(), issued.secret());
        }
    }

    record KeyView(
            UUID id,
            String name,
            @Nullable String vendor,
            List<String> scopes,
            String prefix,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt) {
        static KeyView of(ApiKey key) {
            return new KeyView(
                    key.id(),
                    key.name(),
                    text(key.vendor()),
                    sorted(key.scopes()),
                    key.prefix(),
                    key.createdAt(),
                    key.expiresAt(),
                    key.revokedAt());
        }
    }

    record NewOwnKey(
            @Nullable String name,
            @Nullable List<@Nullable String> scopes,
            @Nullable Instant expiresAt) {
        NewKey of(VendorCode vendor) {
            return new NewKey(name, vendor.text(), scopes, expiresAt);
        }
    }

    /** {@code known} are the scopes that the key's holder can need. */
    static ApiKey.Wish wish(NewKey body, Set<String> known, Caller caller) {
        Faults faults = new Faults();
        String name = faults.text("/name", body.name(), NAME_LENGTH_MAX);
        VendorCode vendor = faults.optional("/vendor", body.vendor(), VendorCode::new);
        Set<String> scopes = new TreeSet<>();
        List<@Nullable String> wanted = faults.required("/scopes", body.scopes());
        if (wanted != null && wanted.isEmpty()) {
            faults.add("/scopes", "at least one scope is required; \"*\" is every scope");
        }
        for (int i = 0; wanted != null && i < wanted.size(); i++) {
            String scope = faults.required("/scopes/" + i, wanted.get(i));
            String fault = scope == null ? null : fault(scope, known, caller);
            if (fault != null) {
                faults.add("/scopes/" + i, fault);
            } else if (scope != null) {
                scopes.add(scope);
            }
        }
        Instant expiresAt = faults.moment("/expiresAt", body.expiresAt());
        faults.refuseIfAny();
        return new ApiKey.Wish(Faults.known(name), vendor, scopes, expiresAt);
    }

    private static @Nullable String fault(String scope, Set<String> known, Caller caller) {
        if (!scope.equals(Permissions.EVERYTHING) && !known.contains(scope)) {
            return "there is no such scope for this key; there are * and " + String.join(", ", known);
        }
        return caller.may(scope) ? null : "you do not have this scope yourself, so you cannot hand it on";
    }

    private static List<String> sorted(Set<String> scopes) {
        return scopes.stream().sorted().toList();
    }

    private static @Nullable String text(@Nullable VendorCode vendor) {
        return vendor == null ? null : vendor.text();
    }
}

package io.braid.api;

import io.braid.access.ApiKey;
import io.braid.journal.Deed;
import io.braid.kernel.VendorCode;
import io.braid.store.VendorScope;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls: the operator's key, or one vendor's. Handlers take it as an argument; it was verified before they run.
 */
record Caller(String keyId, String name, @Nullable VendorScope scope, Set<String> scopes) {
    private static final String EVERYTHING = "*";

    static Caller of(ApiKey key) {
        VendorCode vendor = key.vendor();
        return new Caller(
                key.id().toString(), key.name(), vendor == null ? null : new VendorScope(vendor), key.scopes());
    }

    boolean isVendor() {
        return scope != null;
    }

    boolean may(String wanted) {
        return scopes.contains(wanted) || scopes.contains(EVERYTHING);
    }

    /** For handlers of vendor paths, which only a vendor's key reaches. */
    VendorScope vendorScope() {
        if (scope == null) {
            throw new IllegalStateException("the operator's key has no vendor. Maybe @Needs lacks audience = VENDOR.");
        }
        return scope;
    }

    Deed.Actor actor() {
        return new Deed.Actor("API_KEY", keyId);
    }
}

package io.braid.api;

import io.braid.access.ApiKey;
import io.braid.access.Holder;
import io.braid.access.Permissions;
import io.braid.access.Users.Giver;
import io.braid.journal.Deed;
import io.braid.kernel.VendorCode;
import io.braid.store.VendorScope;
import org.jspecify.annotations.Nullable;

/**
 * Who calls: a key or a person, the operator's or one vendor's. Handlers take it as an argument; it was verified
 * before they run.
 *
 * @param channel what entries say about how it came in
 * @param holder null for keys
 */
record Caller(
        Deed.Actor actor,
        String channel,
        String name,
        @Nullable VendorScope scope,
        Permissions permissions,
        @Nullable Holder holder) {

    static Caller of(ApiKey key) {
        return new Caller(
                new Deed.Actor("API_KEY", key.id().toString()),
                "API",
                key.name(),
                scope(key.vendor()),
                new Permissions(key.scopes()),
                null);
    }

    static Caller of(Holder holder) {
        return new Caller(
                new Deed.Actor("USER", holder.user().toString()),
                holder.vendor() == null ? "CONSOLE" : "PORTAL",
                holder.name(),
                scope(holder.vendor()),
                holder.permissions(),
                holder);
    }

    private static @Nullable VendorScope scope(@Nullable VendorCode vendor) {
        return vendor == null ? null : new VendorScope(vendor);
    }

    boolean isVendor() {
        return scope != null;
    }

    boolean may(String wanted) {
        return permissions.allow(wanted);
    }

    /** What he sees of what he may only at his locations; null when he may not even there. */
    @Nullable
    Sight posted(String wanted) {
        return holder != null && holder.posting().permissions().allow(wanted)
                ? new Sight(holder.posting().locations())
                : null;
    }

    boolean lacksFactor() {
        return holder != null && holder.lacksFactor();
    }

    /** Keys cannot prove anything anew, so they are never stale. */
    boolean isFresh() {
        return holder == null || holder.fresh();
    }

    /** For handlers of vendor paths, which only a vendor's people and keys reach. */
    VendorScope vendorScope() {
        if (scope == null) {
            throw new IllegalStateException("the operator has no vendor. Maybe @Needs lacks audience = VENDOR.");
        }
        return scope;
    }

    /** For handlers of one's own account, which only people have. */
    Holder person() {
        if (holder == null) {
            throw new Declined(
                    Problem.of(403, "people-only", "this is for people who signed in; a key has no account"));
        }
        return holder;
    }

    Giver giver() {
        return new Giver(permissions, scope == null ? null : scope.vendor());
    }

    /** In whose name answers are kept; a session's end with it, because what is sealed opens with its token. */
    String principal() {
        return holder == null ? actor.id() : actor.id() + "/" + holder.session();
    }
}

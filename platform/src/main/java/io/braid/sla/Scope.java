package io.braid.sla;

import io.braid.kernel.LocationCode;
import io.braid.kernel.VendorCode;
import io.braid.location.LocationKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which shipments a policy is for: those of one location, of one vendor, of one kind of location or all, and of these
 * perhaps one fulfilment type alone. At most one of location, vendor and kind is given.
 */
public record Scope(
        @Nullable LocationCode location,
        @Nullable VendorCode vendor,
        @Nullable LocationKind locationKind,
        @Nullable String fulfillmentType) {
    /**
     * The scopes that a shipment lies in, the most specific first: location, vendor, kind, all; within each, one with
     * the fulfilment type before one without.
     */
    static List<Scope> around(
            LocationCode location, @Nullable VendorCode vendor, @Nullable LocationKind kind, String fulfillmentType) {
        List<Scope> scopes = new ArrayList<>(8);
        add(scopes, new Scope(location, null, null, fulfillmentType));
        if (vendor != null) {
            add(scopes, new Scope(null, vendor, null, fulfillmentType));
        }
        if (kind != null) {
            add(scopes, new Scope(null, null, kind, fulfillmentType));
        }
        add(scopes, new Scope(null, null, null, fulfillmentType));
        return scopes;
    }

    private static void add(List<Scope> scopes, Scope scope) {
        scopes.add(scope);
        scopes.add(new Scope(scope.location, scope.vendor, scope.locationKind, null));
    }

    int given() {
        return (location == null ? 0 : 1) + (vendor == null ? 0 : 1) + (locationKind == null ? 0 : 1);
    }
}

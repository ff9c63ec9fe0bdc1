package io.braid.access;

import io.braid.kernel.LocationCode;
import io.braid.kernel.VendorCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The addresses of those whose work something is: active people with a role that allows it. It answers for many at
 * once, and an answer holds for the moment alone.
 */
public final class Recipients {
    private final RecipientStore store;
    private final Roles roles;

    Recipients(RecipientStore store, Roles roles) {
        this.store = store;
        this.roles = roles;
    }

    /** A vendor of whom nobody may do it, or whose people are kept out, is left out. */
    public Map<VendorCode, List<String>> ofVendors(Collection<VendorCode> vendors, String permission) {
        return vendors.isEmpty() ? Map.of() : store.ofVendors(vendors, allowing(Portal.VENDOR, permission));
    }

    public List<String> ofOperator(String permission) {
        return store.ofOperator(allowing(Portal.OPERATOR, permission));
    }

    /** Those who were given the location to work at; one without anybody is left out. */
    public Map<LocationCode, List<String>> staffAt(Collection<LocationCode> locations) {
        return locations.isEmpty() ? Map.of() : store.staffAt(locations, ReadyRoles.LOCATION_STAFF);
    }

    private List<String> allowing(Portal portal, String permission) {
        return roles.listRoles(portal).stream()
                .filter(role -> !role.code().equals(ReadyRoles.LOCATION_STAFF))
                .filter(role -> new Permissions(role.permissions()).allow(permission))
                .map(Role::code)
                .toList();
    }
}

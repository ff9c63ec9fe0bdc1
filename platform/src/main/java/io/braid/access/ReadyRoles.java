package io.braid.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The roles that every Braid has. They are part of the program, so that a new resource is given to those whose work it
 * is with the release that brings it.
 */
final class ReadyRoles {
    static final String ADMIN = "admin";
    static final String VENDOR_ADMIN = "vendor-admin";

    /** Sees nothing but the locations its people were given. */
    static final String LOCATION_STAFF = "location-staff";

    /** What that role allows at those locations; the rest of it is about no location. */
    static final String STAFF_AT_LOCATIONS =
            "shipments:read shipments:write inventory:read inventory:write locations:read";

    private static final Map<String, Role> OPERATOR = new TreeMap<>();
    private static final Map<String, Role> VENDOR = new TreeMap<>();

    private static final String EVERYDAY_READING = "orders:read shipments:read inventory:read locations:read"
            + " products:read vendors:read items:read sla:read";

    static {
        operator(ADMIN, "Administrator", Permissions.EVERYTHING);
        operator(
                "operations",
                "Operations",
                EVERYDAY_READING + " routing:read journal:read invoices:read orders:write shipments:write"
                        + " inventory:write locations:write routing:write geo:write sla:write carriage:read"
                        + " carriage:write promises:read");
        operator(
                "care",
                "Customer care",
                EVERYDAY_READING + " routing:read journal:read promises:read orders:write" + " shipments:write");
        operator(
                "merchandising",
                "Merchandising",
                "products:read products:write vendors:read vendors:write items:read items:write inventory:read"
                        + " locations:read journal:read");
        operator(
                "finance",
                "Finance",
                "invoices:read invoices:write vendors:read items:read items:write orders:read shipments:read"
                        + " journal:read");
        operator("auditor", "Auditor", Permissions.READ_EVERYTHING);
        operator(LOCATION_STAFF, "Staff of a location", STAFF_AT_LOCATIONS + " products:read");
        vendor(VENDOR_ADMIN, "Administrator", Permissions.EVERYTHING);
        vendor(
                "vendor-fulfilment",
                "Fulfilment",
                "shipments:read shipments:write inventory:read inventory:write items:read items:write locations:read"
                        + " locations:write profile:read documents:read activity:read");
        vendor(
                "vendor-finance",
                "Finance",
                "invoices:read invoices:write activity:read shipments:read items:read profile:read profile:write"
                        + " documents:read documents:write");
    }

    private ReadyRoles() {}

    private static void operator(String code, String name, String permissions) {
        OPERATOR.put(code, role(Portal.OPERATOR, code, name, permissions));
    }

    private static void vendor(String code, String name, String permissions) {
        VENDOR.put(code, role(Portal.VENDOR, code, name, permissions));
    }

    private static Role role(Portal portal, String code, String name, String permissions) {
        return new Role(portal, code, name, Set.of(permissions.split(" ")), true, 1);
    }

    static Map<String, Role> of(Portal portal) {
        return switch (portal) {
            case OPERATOR -> OPERATOR;
            case VENDOR -> VENDOR;
        };
    }

    static List<Role> listRoles(Portal portal) {
        return List.copyOf(of(portal).values());
    }
}

package io.braid._support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who may knock: nobody, one person of each ready-made role, vendor A's people (one of them suspended, one
 * signed out), vendor B's administrator, and keys with too few scopes. Vendor A has one of
 * everything, vendor B nothing.
 */
public final class Personas {
    /** Of the operator. */
    public static final List<String> ROLES =
            List.of("admin", "operations", "care", "merchandising", "finance", "auditor", "location-staff");

    public static final List<String> VENDOR_ROLES = List.of("vendor-admin", "vendor-fulfilment", "vendor-finance");
    public static final String CUSTOMER_CANARY = "canary-shopper@example.com";
    public static final String PRICE_CANARY = "913.37";
    private static final String PASSWORD = "seven tall giraffes dance";

    private final BraidUnderTest braid;
    private final Browser admin;
    private final World world;
    private final Map<String, Browser> browsers = new TreeMap<>();
    private String vendorA = "";
    private String vendorB = "";
    private String shipment = "";
    private String position = "";
    private @Nullable Belongings belongings;

    public Personas(BraidUnderTest braid) {
        this.braid = braid;
        this.admin = Browser.admin(braid);
        this.world = World.in(braid);
    }

    public void arrive() {
        vendorA = world.vendor("canary-a");
        vendorB = world.vendor("canary-b");
        for (String role : ROLES) {
            browsers.put(role, person("", role, role));
        }
        for (String role : VENDOR_ROLES) {
            browsers.put(role, person(vendorA, role, role));
        }
        browsers.put("vendor-b", person(vendorB, "vendor-admin", "other"));
        Browser suspended = person(vendorA, "vendor-admin", "suspended");
        admin.post("/users/" + suspended.get("/me").text("/id") + "/suspension", Map.of());
        browsers.put("suspended", suspended);
        Browser gone = person("", "admin", "gone");
        Map<String, String> cookies = Map.copyOf(gone.cookies());
        gone.delete("/sessions/current");
        gone.cookies().putAll(cookies);
        browsers.put("signed-out", gone);
        order();
    }

    private Browser person(String vendor, String role, String name) {
        String email = world.named(name) + (vendor.isEmpty() ? "" : "." + vendor) + "@example.com";
        Map<String, Object> body = vendor.isEmpty()
                ? Map.of("email", email, "name", name, "roles", List.of(role))
                : Map.of("email", email, "name", name, "roles", List.of(role), "vendor", vendor);
        World.done(admin.post("/users", body));
        Browser browser = vendor.isEmpty() ? Browser.atConsole(braid) : Browser.atVendorPortal(braid);
        String token = Mailbox.of(braid, email).token();
        World.done(browser.post("/invitations/acceptance", Map.of("token", token, "password", PASSWORD)));
        World.done(browser.signIn(email, PASSWORD));
        return browser;
    }

    /** For vendor A, with what no vendor may learn: what the customer paid, and his address. */
    private void order() {
        String sku = world.product("MUG");
        String location = world.vendorLocation(vendorA, "MEM", "38118");
        world.item(vendorA, sku, "7.25");
        world.activate(vendorA);
        position = location + "/" + sku;
        world.stock(location, sku, 10);
        Map<String, Object> order = new LinkedHashMap<>(world.orderFor(sku, 2));
        order.put("customer", Map.of("name", "A Shopper", "email", CUSTOMER_CANARY));
        order.put("lines", List.of(Map.of("line", 1, "sku", sku, "quantity", 2, "unitPrice", World.usd(PRICE_CANARY))));
        Answer placed = World.done(braid.post("/api/v1/orders", order));
        shipment = placed.text("/shipments/0/shipmentNumber");
        String key = world.vendorKey(vendorA);
        String path = "/api/v1/vendor/purchase-orders/" + shipment;
        World.done(braid.post(path + "/acknowledgement", Map.of("acceptRest", true), key));
        Map<String, Object> parcel = Map.of(
                "carrier",
                "UPS",
                "trackingNumber",
                Belongings.MARK,
                "lines",
                List.of(Map.of("line", 1, "quantity", 2)));
        World.done(braid.post(path + "/ship-notices", Map.of("packages", List.of(parcel)), key));
        belongings = Belongings.of(world, vendorA, position, shipment);
    }

    public Browser browser(String persona) {
        Browser browser = browsers.get(persona);
        if (browser == null) {
            throw new IllegalArgumentException(persona);
        }
        return browser;
    }

    public String vendorA() {
        return vendorA;
    }

    public String vendorB() {
        return vendorB;
    }

    /** What vendor A has besides. */
    public Belongings belongings() {
        return Objects.requireNonNull(belongings);
    }

    /** Location and product of vendor A's stock. */
    public String position() {
        return position;
    }

    public String shipment() {
        return shipment;
    }

    /** A key that may nothing but read its own account; the vendor's when there is one. */
    public String poorKey(String vendor) {
        Map<String, Object> body = vendor.isEmpty()
                ? Map.of("name", "poor", "scopes", List.of("account:read"))
                : Map.of("name", "poor", "scopes", List.of("account:read"), "vendor", vendor);
        return World.done(braid.post("/api/v1/api-keys", body)).text("/key");
    }
}

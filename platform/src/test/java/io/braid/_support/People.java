package io.braid._support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** People who were invited, chose a password and signed in, as real ones do. */
public final class People {
    private static final String PASSWORD = "seven tall giraffes dance";

    private final BraidUnderTest braid;
    private final Browser admin;

    private People(BraidUnderTest braid) {
        this.braid = braid;
        this.admin = Browser.admin(braid);
    }

    public static People of(BraidUnderTest braid) {
        return new People(braid);
    }

    public Browser vendorUser(String vendor, String role, String email) {
        return arrived(Browser.atVendorPortal(braid), Map.of("vendor", vendor), role, email);
    }

    public Browser colleague(String role, String email) {
        return arrived(Browser.atConsole(braid), Map.of(), role, email);
    }

    /** Works at these locations and sees no other. */
    public Browser staff(String email, List<String> locations) {
        return arrived(Browser.atConsole(braid), Map.of("locations", locations), "location-staff", email);
    }

    private Browser arrived(Browser browser, Map<String, ?> more, String role, String email) {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.put("email", email);
        body.put("name", role);
        body.put("roles", List.of(role));
        World.done(admin.post("/users", body));
        String token = Mailbox.of(braid, email).token();
        World.done(browser.post("/invitations/acceptance", Map.of("token", token, "password", PASSWORD)));
        World.done(browser.signIn(email, PASSWORD));
        return browser;
    }
}

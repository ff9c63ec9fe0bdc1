package io.braid.api;

import static io.braid._support.World.done;
import static io.braid.api.BadInputTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.Browser;
import io.braid._support.Mailbox;
import io.braid._support.People;
import io.braid._support.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who may do what to whom, and how an address of several vendors is told apart. */
class AccountRightsTest {
    private static final String PASSWORD = "seven tall giraffes dance";

    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final Browser admin = Browser.admin(braid);
    private final People people = People.of(braid);
    private final World world = World.in(braid);

    private static String id(Browser person) {
        return person.get("/me").text("/id");
    }

    private String role(String portal, String name, List<String> permissions) {
        String code = world.named(name).toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
        done(admin.post("/roles", Map.of("portal", portal, "code", code, "name", name, "permissions", permissions)));
        return code;
    }

    @Test
    void a_lesser_colleague_signs_out_no_administrator() {
        Browser helper = people.colleague(
                role("OPERATOR", "helper", List.of("users:read", "users:write")), world.named("h@example.com"));
        Browser boss = people.colleague("admin", world.named("b@example.com"));

        assertProblem(helper.delete("/users/" + id(boss) + "/sessions"), 403, "role-exceeds-yours");
        assertThat(boss.get("/me").status()).isEqualTo(200);
        assertThat(admin.delete("/users/" + id(boss) + "/sessions").status()).isEqualTo(204);
        assertProblem(boss.get("/me"), 401, "unauthenticated");
    }

    @Test
    void a_vendor_ends_the_sessions_of_its_own_people_alone() {
        String vendor = world.vendor("one");
        Browser boss = people.vendorUser(vendor, "vendor-admin", world.named("ada@example.com"));
        Browser clerk = people.vendorUser(vendor, "vendor-finance", world.named("cle@example.com"));
        Browser other = people.vendorUser(world.vendor("two"), "vendor-admin", world.named("bob@example.com"));
        String path = "/users/" + id(clerk) + "/sessions";

        assertThat(other.delete(path).status()).isEqualTo(404);
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(boss.get(path).json().at("/items").size()).isEqualTo(1);
        assertThat(boss.delete(path).status()).isEqualTo(204);
        assertProblem(clerk.get("/me"), 401, "unauthenticated");
    }

    @Test
    void who_never_chose_a_password_is_invited_again_when_let_in_again() {
        String email = world.named("late@example.com");
        String user = done(admin.post("/users", Map.of("email", email, "name", "L", "roles", List.of("care"))))
                .text("/id");
        done(admin.post("/users/" + user + "/suspension", Map.of()));

        assertThat(done(admin.post("/users/" + user + "/reactivation", Map.of()))
                        .text("/status"))
                .isEqualTo("INVITED");
        Browser browser = Browser.atConsole(braid);
        Map<String, String> choice = Map.of("token", Mailbox.of(braid, email).token(), "password", PASSWORD);
        done(browser.post("/invitations/acceptance", choice));
        assertThat(browser.signIn(email, PASSWORD).status()).isEqualTo(201);
        done(admin.post("/users/" + user + "/suspension", Map.of()));
        assertThat(done(admin.post("/users/" + user + "/reactivation", Map.of()))
                        .text("/status"))
                .isEqualTo("ACTIVE");
    }

    @Test
    void a_vendor_keeps_its_last_administrator_and_the_operator_may_take_it() {
        String vendor = world.vendor("v");
        Browser boss = people.vendorUser(vendor, "vendor-admin", world.named("ada@example.com"));
        String me = id(boss);

        assertProblem(boss.post("/users/" + me + "/suspension", Map.of()), 409, "last-administrator");
        assertProblem(boss.delete("/users/" + me), 409, "last-administrator");
        Map<String, Object> lesser = Map.of("name", "Ada", "roles", List.of("vendor-finance"));
        assertProblem(boss.put("/users/" + me, lesser), 409, "last-administrator");

        people.vendorUser(vendor, "vendor-admin", world.named("second@example.com"));
        assertThat(boss.put("/users/" + me, lesser).status()).isEqualTo(200);
        assertThat(admin.post("/users/" + me + "/suspension", Map.of()).status())
                .isEqualTo(200);
    }

    @Test
    void an_address_at_several_vendors_is_asked_which_only_after_its_password() {
        String email = world.named("many@example.com");
        List<String> vendors = List.of("v1", "v2", "v3", "v4", "v5").stream()
                .map(world::vendor)
                .toList();
        vendors.forEach(vendor -> invite(vendor, email));
        Mailbox box = Mailbox.of(braid, email);
        assertThat(box.texts()).hasSize(5);
        for (String vendor : vendors) {
            String mail = box.texts().stream()
                    .filter(text -> text.contains("(" + vendor + ")"))
                    .findFirst()
                    .orElseThrow();
            assertThat(mail).contains("POST " + braid.uri("/api/v1/vendor/invitations/acceptance"));
            String token = mail.replaceAll("(?s).*#/invitation/(\\S+).*", "$1");
            done(Browser.atVendorPortal(braid)
                    .post("/invitations/acceptance", Map.of("token", token, "password", PASSWORD)));
        }
        Browser browser = Browser.atVendorPortal(braid);
        Answer wrong = browser.signIn(email, "wrong wrong wrong wrong");
        assertProblem(wrong, 401, "sign-in-refused");
        assertThat(wrong.json().has("vendors")).isFalse();

        Answer which = browser.signIn(email, PASSWORD);
        assertProblem(which, 401, "vendor-needed");
        assertThat(which.json().at("/vendors").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(vendors);
        Map<String, String> named = new HashMap<>(Map.of("email", email, "password", PASSWORD));
        named.put("vendor", vendors.getLast());
        assertThat(browser.post("/sessions", named).status()).isEqualTo(201);
        assertThat(browser.get("/me").text("/vendor")).isEqualTo(vendors.getLast());

        done(browser.post("/password-resets", Map.of("email", email)));
        assertThat(box.texts()).hasSize(10);
        assertThat(box.texts().subList(0, 5))
                .allMatch(text -> text.contains("/#/password/"))
                .allMatch(text -> text.contains("/api/v1/vendor/password-resets/completion"));
        assertThat(vendors)
                .allMatch(vendor -> box.texts().subList(0, 5).stream()
                                .filter(text -> text.contains("(" + vendor + ")"))
                                .count()
                        == 1);
    }

    private void invite(String vendor, String email) {
        done(admin.post(
                "/users", Map.of("email", email, "name", "M", "vendor", vendor, "roles", List.of("vendor-finance"))));
    }

    @Test
    void every_ready_made_role_can_be_copied_and_none_of_the_other_portal() {
        for (String portal : List.of("OPERATOR", "VENDOR")) {
            for (JsonNode ready : admin.get("/roles?portal=" + portal).json().at("/items")) {
                List<String> permissions = ready.at("/permissions")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList();
                if (ready.at("/readyMade").asBoolean()) {
                    role(portal, "copy" + ready.at("/code").asString().replace("-", ""), permissions);
                }
            }
        }
        Map<String, Object> foreign = Map.of(
                "portal",
                "VENDOR",
                "code",
                "foreign",
                "name",
                "F",
                "permissions",
                List.of("orders:read", "items:read"));
        Answer refused = admin.post("/roles", foreign);
        assertThat(refused.text("/errors/0/pointer")).as(refused.body()).isEqualTo("/permissions/0");
    }

    @Test
    void a_vendor_issues_its_own_keys_with_its_own_scopes() {
        String vendor = world.vendor("v");
        Browser boss = people.vendorUser(vendor, "vendor-admin", world.named("ada@example.com"));
        Browser other = people.vendorUser(world.vendor("w"), "vendor-admin", world.named("bob@example.com"));

        Map<String, Object> stock = Map.of("name", "stock", "scopes", List.of("inventory:write", "api-keys:write"));
        Answer issued = done(boss.post("/api-keys", stock));
        String key = issued.text("/key");
        assertThat(issued.text("/vendor")).isEqualTo(vendor);
        assertProblem(braid.get("/api/v1/vendor/inventory", key), 403, "missing-scope");
        assertProblem(braid.get("/api/v1/inventory", key), 403, "wrong-audience");
        assertThat(boss.get("/api-keys").body()).contains(issued.text("/id")).doesNotContain(key);
        assertThat(other.get("/api-keys").body()).doesNotContain(issued.text("/id"));

        for (String scope : List.of("orders:read", "mails:read", "vendors:write")) {
            Map<String, Object> body = Map.of("name", "x", "scopes", List.of(scope));
            assertThat(boss.post("/api-keys", body).text("/errors/0/pointer")).isEqualTo("/scopes/0");
            Map<String, Object> operators = Map.of("name", "x", "scopes", List.of(scope), "vendor", vendor);
            assertThat(admin.post("/api-keys", operators).text("/errors/0/pointer"))
                    .isEqualTo("/scopes/0");
        }
        Map<String, Object> more = Map.of("name", "x", "scopes", List.of("items:write"));
        assertThat(braid.post("/api/v1/vendor/api-keys", more, key).text("/errors/0/pointer"))
                .as("nobody hands on what he has not")
                .isEqualTo("/scopes/0");

        assertThat(other.delete("/api-keys/" + issued.text("/id")).status()).isEqualTo(404);
        assertThat(boss.delete("/api-keys/" + issued.text("/id")).status()).isEqualTo(204);
        assertProblem(braid.get("/api/v1/vendor/inventory", key), 401, "unauthenticated");
    }

    @Test
    void finance_prices_items_and_changes_no_vendor() {
        String vendor = world.vendor("v");
        String sku = world.product("MUG");
        Browser finance = people.colleague("finance", world.named("fin@example.com"));
        Map<String, Object> item =
                Map.of("sku", sku, "vendorSku", "V-1", "unitCost", World.usd("3.33"), "validFrom", "2026-11-23");

        Answer priced = finance.post("/vendors/" + vendor + "/items", item);
        assertThat(priced.status()).as(priced.body()).isEqualTo(201);
        assertProblem(finance.post("/vendors/" + vendor + "/deactivation", Map.of()), 403, "missing-scope");
    }

    @Test
    void an_active_vendor_changes_its_legal_name_and_tax_id_through_the_operator_alone() {
        String vendor = world.vendor("v");
        String key = world.vendorKey(vendor);
        Map<String, Object> profile = new HashMap<>(Map.of("companyName", vendor, "legalName", "V Inc."));
        done(braid.put("/api/v1/vendor/profile", profile, key));
        profile.put("legalName", "V Incorporated");
        done(braid.put("/api/v1/vendor/profile", profile, key));
        world.vendorLocation(vendor, "MEM", "38118");
        world.item(vendor, world.product("MUG"), "3.33");
        world.activate(vendor);

        profile.put("taxId", "12-3456789");
        profile.put("website", "https://v.example");
        done(braid.put("/api/v1/vendor/profile", profile, key));
        profile.put("legalName", "Somebody Else Ltd.");
        profile.put("taxId", "98-7654321");
        Answer refused = braid.put("/api/v1/vendor/profile", profile, key);
        assertProblem(refused, 409, "legal-details-are-reviewed");
        assertThat(refused.json().at("/errors").findValuesAsString("pointer")).containsExactly("/legalName", "/taxId");
        assertThat(braid.get("/api/v1/vendor/profile", key).body()).contains("V Incorporated", "12-3456789");
        done(braid.put("/api/v1/vendors/" + vendor + "/profile", profile));
        assertThat(braid.get("/api/v1/vendor/profile", key).text("/legalName")).isEqualTo("Somebody Else Ltd.");
    }

    @Test
    void where_a_second_factor_is_required_an_own_role_that_lets_in_needs_it_too() {
        try (BraidUnderTest strict = BraidUnderTest.start(Map.of("BRAID_SECOND_FACTOR", "required"))) {
            World there = World.in(strict);
            String vendor = there.vendor("v");
            for (Map.Entry<String, List<String>> role : Map.of(
                            "allofit", List.of("*"),
                            "people", List.of("users:write"),
                            "keys", List.of("api-keys:write"))
                    .entrySet()) {
                Map<String, Object> body =
                        Map.of("portal", "VENDOR", "code", role.getKey(), "name", "R", "permissions", role.getValue());
                done(strict.post("/api/v1/roles", body));
                Browser person = arrived(strict, vendor, role.getKey());
                assertProblem(person.get("/users"), 403, "second-factor-missing");
            }
            Browser clerk = arrived(strict, vendor, "vendor-finance");
            assertThat(clerk.get("/invoices").status()).isEqualTo(200);
        }
    }

    private static Browser arrived(BraidUnderTest strict, String vendor, String role) {
        String email = role + "@example.com";
        Map<String, Object> user = Map.of("email", email, "name", role, "vendor", vendor, "roles", List.of(role));
        done(strict.post("/api/v1/users", user));
        Browser person = Browser.atVendorPortal(strict);
        String token = Mailbox.of(strict, email).token();
        done(person.post("/invitations/acceptance", Map.of("token", token, "password", PASSWORD)));
        done(person.signIn(email, PASSWORD));
        return person;
    }
}

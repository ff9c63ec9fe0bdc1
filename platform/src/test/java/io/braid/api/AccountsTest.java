package io.braid.api;

import static io.braid.api.BadInputTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.Browser;
import io.braid._support.Mailbox;
import io.braid._support.World;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People: invited, signed in, changed, suspended, removed; over HTTP, as their browsers do it. */
class AccountsTest {
    static final String PASSWORD = "seven tall giraffes dance";

    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final Browser admin = Browser.admin(braid);

    @Test
    void an_invited_colleague_chooses_a_password_signs_in_and_may_what_the_roles_say() {
        String email = "finance-" + UUID.randomUUID() + "@example.com";
        Answer invited = admin.post("/users", Map.of("email", email, "name", "Fin", "roles", List.of("finance")));
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        assertThat(invited.text("/status")).isEqualTo("INVITED");
        Browser browser = Browser.atConsole(braid);
        assertProblem(browser.signIn(email, PASSWORD), 401, "sign-in-refused");

        String token = Mailbox.of(braid, email).token();
        Answer opened = browser.post("/invitations/opening", Map.of("token", token));
        assertThat(opened.text("/email")).isEqualTo(email);
        Answer accepted = browser.post("/invitations/acceptance", Map.of("token", token, "password", PASSWORD));
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        assertThat(browser.signIn(email.toUpperCase(java.util.Locale.ROOT), PASSWORD)
                        .status())
                .isEqualTo(201);

        assertThat(browser.get("/me").text("/email")).isEqualTo(email);
        assertThat(browser.get("/invoices").status()).isEqualTo(200);
        assertProblem(browser.get("/mails"), 403, "missing-scope");
        assertProblem(browser.get("/users"), 403, "missing-scope");
        assertProblem(
                browser.post("/invitations/acceptance", Map.of("token", token, "password", PASSWORD)),
                422,
                "link-not-valid");
    }

    @Test
    void a_vendors_administrator_invites_colleagues_of_that_vendor_alone() {
        World world = World.in(braid);
        Browser one = vendorAdmin(world.vendor("one"), "ada");
        Browser other = vendorAdmin(world.vendor("two"), "bob");

        Answer colleague = one.post(
                "/users",
                Map.of("email", world.named("c@example.com"), "name", "C", "roles", List.of("vendor-finance")));
        assertThat(colleague.status()).as(colleague.body()).isEqualTo(201);
        String id = colleague.text("/id");
        assertThat(one.get("/users/" + id).status()).isEqualTo(200);

        Answer missing = other.get("/users/" + new UUID(7, 7));
        Answer foreign = other.get("/users/" + id);
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(missing.body());
        assertThat(other.post("/users/" + id + "/suspension", Map.of()).body()).isEqualTo(missing.body());
        assertThat(other.get("/users").body()).doesNotContain(id, world.named("c@example.com"));
        assertThat(one.get("/users").body()).contains(id);
        assertProblem(
                one.post("/users", Map.of("email", "d@example.com", "name", "D", "roles", List.of("admin"))),
                422,
                "no-such-role");
    }

    /** Invited by the operator. */
    private Browser vendorAdmin(String vendor, String name) {
        String email = vendor + "-" + name + "@example.com";
        Answer invited = admin.post(
                "/users", Map.of("email", email, "name", name, "vendor", vendor, "roles", List.of("vendor-admin")));
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        Browser browser = Browser.atVendorPortal(braid);
        String token = Mailbox.of(braid, email).token();
        assertThat(browser.post("/invitations/acceptance", Map.of("token", token, "password", PASSWORD))
                        .status())
                .isEqualTo(200);
        assertThat(browser.signIn(email, PASSWORD).status()).isEqualTo(201);
        return browser;
    }

    @Test
    void a_vendor_that_is_invited_gets_a_link_and_its_administrator_signs_in() {
        World world = World.in(braid);
        String vendor = world.vendor("fresh");
        String email = vendor + "@example.com";
        Browser browser = Browser.atVendorPortal(braid);

        String token = Mailbox.of(braid, email).token();
        Answer opened = browser.post("/invitations/opening", Map.of("token", token));
        assertThat(opened.text("/vendor")).isEqualTo(vendor);
        assertThat(browser.post("/invitations/acceptance", Map.of("token", token, "password", PASSWORD))
                        .status())
                .isEqualTo(200);
        assertThat(browser.signIn(email, PASSWORD).status()).isEqualTo(201);
        assertThat(browser.get("/me").text("/roles/0")).isEqualTo("vendor-admin");
        assertThat(browser.get("/onboarding").status()).isEqualTo(200);
    }

    @Test
    void a_suspended_users_sessions_are_dead_at_once() {
        World world = World.in(braid);
        String vendor = world.vendor("v");
        Browser person = vendorAdmin(vendor, "eve");
        String id = person.get("/me").text("/id");

        assertThat(admin.post("/users/" + id + "/suspension", Map.of()).text("/status"))
                .isEqualTo("SUSPENDED");
        assertProblem(person.get("/me"), 401, "unauthenticated");
        assertProblem(person.signIn(vendor + "-eve@example.com", PASSWORD), 401, "sign-in-refused");
        assertThat(admin.post("/users/" + id + "/reactivation", Map.of()).status())
                .isEqualTo(200);
        assertProblem(person.get("/me"), 401, "unauthenticated");
        assertThat(person.signIn(vendor + "-eve@example.com", PASSWORD).status())
                .isEqualTo(201);
    }

    @Test
    void a_locked_out_vendors_people_and_keys_are_dead_at_once() {
        World world = World.in(braid);
        String vendor = world.vendor("v");
        Browser person = vendorAdmin(vendor, "eve");
        String key = world.vendorKey(vendor);
        assertThat(braid.get("/api/v1/vendor/items", key).status()).isEqualTo(200);

        assertThat(admin.put("/vendors/" + vendor + "/lockout", Map.of()).status())
                .isEqualTo(204);
        assertProblem(person.get("/me"), 401, "unauthenticated");
        assertProblem(braid.get("/api/v1/vendor/items", key), 401, "unauthenticated");
        assertThat(admin.delete("/vendors/" + vendor + "/lockout").status()).isEqualTo(204);
        assertThat(person.get("/me").status()).isEqualTo(200);
        assertThat(braid.get("/api/v1/vendor/items", key).status()).isEqualTo(200);
    }

    @Test
    void an_expired_or_taken_back_link_says_what_to_do() {
        String email = "late-" + UUID.randomUUID() + "@example.com";
        String id = admin.post("/users", Map.of("email", email, "name", "Late", "roles", List.of("care")))
                .text("/id");
        String first = Mailbox.of(braid, email).token();
        owner().sql("update user_link set expires_at = now() - interval '1 second' where user_id = ?::uuid")
                .param(id)
                .update();
        Map<String, String> choice = Map.of("token", first, "password", PASSWORD);
        Answer expired = Browser.atConsole(braid).post("/invitations/acceptance", choice);
        assertProblem(expired, 422, "link-expired");
        assertThat(expired.text("/detail")).contains("ask whoever invited you");

        assertThat(admin.post("/users/" + id + "/invitation", Map.of()).status())
                .isEqualTo(200);
        String second = Mailbox.of(braid, email).token();
        assertThat(admin.delete("/users/" + id + "/invitation").status()).isEqualTo(200);
        assertProblem(
                Browser.atConsole(braid).post("/invitations/acceptance", Map.of("token", second, "password", PASSWORD)),
                422,
                "link-not-valid");
    }

    @Test
    void a_removed_user_leaves_no_name_and_no_address() {
        String email = "gone-" + UUID.randomUUID() + "@example.com";
        String id = admin.post("/users", Map.of("email", email, "name", "Gonzo Personal", "roles", List.of("care")))
                .text("/id");

        assertThat(admin.delete("/users/" + id).status()).isEqualTo(204);
        assertThat(admin.get("/users/" + id).status()).isEqualTo(404);
        assertThat(owner().sql("select count(*) from user_account where email = ? or name = 'Gonzo Personal'")
                        .param(email)
                        .query(Integer.class)
                        .single())
                .isZero();
        String journal = admin.get("/journal?subject=user:" + id).body();
        assertThat(journal).contains("UserInvited", "UserRemoved").doesNotContain(email, "Gonzo");
        assertThat(admin.post("/users", Map.of("email", email, "name", "Again", "roles", List.of("care")))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void the_last_administrator_stays() {
        try (BraidUnderTest alone = BraidUnderTest.start()) {
            Browser only = Browser.admin(alone);
            String me = only.get("/me").text("/id");

            assertProblem(only.post("/users/" + me + "/suspension", Map.of()), 409, "last-administrator");
            assertProblem(only.delete("/users/" + me), 409, "last-administrator");
            assertProblem(
                    only.put("/users/" + me, Map.of("name", "x", "roles", List.of("care"))), 409, "last-administrator");
        }
    }

    private JdbcClient owner() {
        return JdbcClient.create(braid.database().owner());
    }
}

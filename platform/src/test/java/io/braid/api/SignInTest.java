package io.braid.api;

import static io.braid.api.BadInputTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.Browser;
import io.braid._support.Mailbox;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions, guesses and links that two use at once, over HTTP. */
class SignInTest {
    private static final String PASSWORD = "seven tall giraffes dance";

    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final Browser admin = Browser.admin(braid);

    private String invited() {
        String email = "p-" + UUID.randomUUID() + "@example.com";
        Answer answer = admin.post("/users", Map.of("email", email, "name", "P", "roles", List.of("operations")));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return email;
    }

    private Browser person(String email) {
        Browser browser = Browser.atConsole(braid);
        Map<String, String> choice = Map.of("token", Mailbox.of(braid, email).token(), "password", PASSWORD);
        assertThat(browser.post("/invitations/acceptance", choice).status()).isEqualTo(200);
        assertThat(browser.signIn(email, PASSWORD).status()).isEqualTo(201);
        return browser;
    }

    @Test
    void the_cookie_is_the_portals_own_and_no_script_sees_it() {
        Answer answer = Browser.atConsole(braid).signIn("admin@example.com", "correct horse battery staple");

        assertThat(answer.header("Set-Cookie"))
                .startsWith("braid-admin=")
                .contains("Path=/", "HttpOnly", "SameSite=Strict")
                .doesNotContain("Secure", "Domain");
        String token = answer.header("Set-Cookie").replaceAll("^braid-admin=|;.*", "");
        assertThat(answer.body()).doesNotContain(token);
        assertThat(braid.send(Browser.atConsole(braid).bare("/me").header("Cookie", "braid-vendor=" + token))
                        .status())
                .isEqualTo(401);
        assertThat(braid.send(Browser.atVendorPortal(braid).bare("/me").header("Cookie", "braid-vendor=" + token))
                        .status())
                .isEqualTo(401);
        assertThat(braid.send(Browser.atConsole(braid).bare("/me").header("Cookie", "braid-admin=" + token))
                        .status())
                .isEqualTo(200);
        assertThat(count("select count(*) from user_session where encode(token_hash, 'escape') like ?", token))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://evil.example", "null", "http://127.0.0.1:1", "http://127.0.0.1.evil.example"})
    void a_request_of_another_page_changes_nothing(String origin) {
        Browser browser = Browser.admin(braid);
        var request =
                browser.bare("/api-keys").POST(BodyPublishers.ofString("{\"name\":\"forged\",\"scopes\":[\"*\"]}"));
        assertProblem(braid.send(origin.isEmpty() ? request : request.header("Origin", origin)), 403, "foreign-origin");
        if (!origin.isEmpty()) {
            var signIn = Browser.atConsole(braid).bare("/sessions").header("Origin", origin);
            assertProblem(braid.send(signIn.POST(BodyPublishers.ofString("{}"))), 403, "foreign-origin");
        }
        assertThat(browser.get("/me").status()).isEqualTo(200);
    }

    @Test
    void sessions_are_listed_and_end_one_by_one_by_time_and_by_a_new_password() {
        String email = invited();
        Browser one = person(email);
        Browser two = Browser.atConsole(braid);
        two.signIn(email, PASSWORD);
        Answer list = one.get("/sessions");
        assertThat(list.json().at("/items").size()).isEqualTo(2);
        String others = list.json()
                .at("/items")
                .valueStream()
                .filter(session -> !session.at("/current").asBoolean())
                .findFirst()
                .orElseThrow()
                .at("/id")
                .asString();
        assertProblem(admin.delete("/sessions/" + others), 404, "unknown-session");
        assertThat(one.delete("/sessions/" + others).status()).isEqualTo(204);
        assertProblem(two.get("/me"), 401, "unauthenticated");

        two.signIn(email, PASSWORD);
        Map<String, String> change = Map.of("currentPassword", PASSWORD, "password", "eight small elephants sing");
        assertThat(one.put("/me/password", change).status()).isEqualTo(204);
        assertProblem(two.get("/me"), 401, "unauthenticated");
        assertThat(one.get("/me").status()).isEqualTo(200);
        aged(email, "last_seen_at", "31 minutes");
        assertProblem(one.get("/me"), 401, "unauthenticated");

        one.signIn(email, "eight small elephants sing");
        aged(email, "expires_at", "12 hours");
        assertProblem(one.get("/me"), 401, "unauthenticated");
        one.signIn(email, "eight small elephants sing");
        String cookie = one.cookies().get("braid-admin");
        assertThat(one.delete("/sessions/current").status()).isEqualTo(204);
        assertThat(one.cookies()).isEmpty();
        assertThat(braid.send(one.bare("/me").header("Cookie", "braid-admin=" + cookie))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void what_is_delicate_asks_for_a_fresh_sign_in() {
        Browser stale = Browser.admin(braid);
        aged("admin@example.com", "authenticated_at", "16 minutes");

        assertThat(stale.get("/users").status()).isEqualTo(200);
        assertProblem(stale.get("/mails"), 403, "fresh-sign-in-needed");
        assertProblem(
                stale.post("/api-keys", Map.of("name", "x", "scopes", List.of("*"))), 403, "fresh-sign-in-needed");
    }

    @Test
    void guesses_wait_longer_and_longer_and_keep_nobody_elses_door_shut() {
        String email = invited();
        Browser owner = person(email);
        int wrong = 0;
        Answer answer = owner.signIn(email, "wrong wrong wrong wrong");
        while (answer.status() == 401 && wrong < 20) {
            wrong++;
            answer = Browser.atConsole(braid).signIn(email, "wrong wrong wrong wrong");
        }
        assertProblem(answer, 429, "too-many-attempts");
        assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
        assertThat(wrong).isBetween(4, 6);
        // Even the right one waits: otherwise guessing would go on.
        assertThat(Browser.atConsole(braid).signIn(email, PASSWORD).status()).isEqualTo(429);
        assertThat(owner.get("/me").status()).isEqualTo(200);

        Browser.admin(braid);
        waitIsOver();
        assertThat(Browser.atConsole(braid).signIn(email, PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void nobody_learns_who_is_here() {
        String email = invited();
        person(email);
        Browser stranger = Browser.atConsole(braid);

        Answer known = stranger.post("/password-resets", Map.of("email", email));
        Answer unknown = stranger.post("/password-resets", Map.of("email", "nobody-" + email));
        assertThat(known.status()).isEqualTo(202);
        assertThat(unknown.body()).isEqualTo(known.body());
        Answer wrong = stranger.signIn(email, "wrong wrong wrong wrong");
        Answer nobody = stranger.signIn("nobody-" + email, "wrong wrong wrong wrong");
        assertThat(told(nobody)).isEqualTo(told(wrong));
        assertThat(told(stranger.signIn("not an address", "wrong"))).isEqualTo(told(wrong));
        waitIsOver();

        String token = Mailbox.of(braid, email).token();
        String fresh = "nine brown foxes whistle";
        assertProblem(
                stranger.post("/password-resets/completion", Map.of("token", token, "password", "password12345678")),
                422,
                "weak-password");
        assertThat(stranger.post("/password-resets/completion", Map.of("token", token, "password", fresh))
                        .status())
                .isEqualTo(200);
        assertThat(stranger.signIn(email, PASSWORD).status()).isEqualTo(401);
        assertThat(stranger.signIn(email, fresh).status()).isEqualTo(201);
    }

    private static String told(Answer answer) {
        return answer.status() + answer.body().replace(answer.header("X-Correlation-Id"), "");
    }

    @Test
    void of_two_who_accept_one_link_one_is_let_in() throws Exception {
        String email = invited();
        String token = Mailbox.of(braid, email).token();
        List<Callable<Integer>> both = new ArrayList<>();
        for (String word : List.of("apples", "bananas", "cherries", "damsons")) {
            both.add(() -> Browser.atConsole(braid)
                    .post("/invitations/acceptance", Map.of("token", token, "password", "many ripe sweet " + word))
                    .status());
        }
        assertThat(together(both)).containsExactlyInAnyOrder(200, 422, 422, 422);
        assertThat(count("select version from user_account where email = ?", email))
                .isEqualTo(2);
    }

    static List<Integer> together(List<Callable<Integer>> calls) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private void waitIsOver() {
        owner().sql("update proof_throttle set blocked_until = now() - interval '1 second'")
                .update();
    }

    private void aged(String email, String column, String by) {
        owner().sql("update user_session set " + column + " = " + column + " - interval '" + by
                        + "' where user_id in (select id from user_account where email = ?)")
                .param(email)
                .update();
    }

    private int count(String sql, String parameter) {
        return owner().sql(sql).param(parameter).query(Integer.class).single();
    }

    private JdbcClient owner() {
        return JdbcClient.create(braid.database().owner());
    }
}

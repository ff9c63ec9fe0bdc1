package io.braid.api;

import static io.braid.api.BadInputTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.Browser;
import io.braid._support.Issuer;
import io.braid._support.Issuer.Signature;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The operator's people come by their identity provider; what a provider must not say lets nobody in. */
class SingleSignOnTest {
    private static final String REFUSED = "/admin/#/sign-in/refused";
    private static Issuer issuer;
    private static BraidUnderTest braid;

    @BeforeAll
    static void aProviderIsConfigured() throws IOException {
        issuer = new Issuer();
        braid = BraidUnderTest.start(Map.of(
                "BRAID_SSO_ISSUER",
                issuer.address(),
                "BRAID_SSO_CLIENT_ID",
                Issuer.CLIENT,
                "BRAID_SSO_CLIENT_SECRET",
                "s3cret of braid",
                "BRAID_SSO_ONLY",
                "yes"));
        for (String name : List.of("sso", "hostile")) {
            Map<String, Object> colleague =
                    Map.of("email", name + "@example.com", "name", name, "roles", List.of("admin"));
            assertThat(braid.post("/api/v1/users", colleague).status()).isEqualTo(201);
        }
    }

    @AfterAll
    static void everythingStops() {
        braid.close();
        issuer.close();
    }

    /** What the browser is sent away with. */
    private static Map<String, String> departed(Browser browser) {
        Answer answer = browser.get("/sessions/sso");
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        assertThat(answer.header("Set-Cookie")).contains("SameSite=Lax", "HttpOnly");
        Map<String, String> query = new HashMap<>();
        for (String pair : URI.create(answer.header("Location")).getRawQuery().split("&")) {
            query.put(
                    pair.substring(0, pair.indexOf('=')),
                    URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8));
        }
        return query;
    }

    private static String back(Browser browser, String state, String code) {
        Answer answer = browser.get("/sessions/sso/callback?session_state=x&state=" + state + "&code=" + code);
        assertThat(answer.status()).isEqualTo(303);
        return answer.header("Location").replaceFirst("http://[^/]+", "");
    }

    private static String code(Map<String, String> left, Consumer<JWTClaimsSet.Builder> change) {
        return issuer.code(braid.clock().instant(), left.getOrDefault("nonce", ""), Signature.GOOD, change);
    }

    @Test
    void somebody_invited_comes_by_the_provider_and_by_nothing_else() throws NoSuchAlgorithmException {
        Browser browser = Browser.atConsole(braid);
        Map<String, String> left = departed(browser);
        assertThat(left).containsEntry("response_type", "code").containsEntry("code_challenge_method", "S256");
        String code = code(left, claims -> claims.claim("email", "SSO@example.com"));
        assertThat(back(browser, left.getOrDefault("state", ""), code)).isEqualTo("/admin/");
        assertThat(browser.get("/me").text("/email")).isEqualTo("sso@example.com");
        assertThat(browser.get("/me").text("/factors")).isEqualTo("SSO");
        byte[] verifier = issuer.lastForm().getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII);
        assertThat(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier)))
                .isEqualTo(left.get("code_challenge"));
        assertThat(issuer.lastForm().get("authorization")).startsWith("Basic ");

        // Known by the subject from now on, whatever the address is.
        Browser again = Browser.atConsole(braid);
        Map<String, String> second = departed(again);
        String renamed = code(second, claims -> claims.claim("email", "other@example.com"));
        assertThat(back(again, second.getOrDefault("state", ""), renamed)).isEqualTo("/admin/");
        assertThat(again.get("/me").text("/email")).isEqualTo("sso@example.com");

        assertProblem(
                Browser.atConsole(braid).signIn("admin@example.com", "correct horse battery staple"),
                403,
                "single-sign-on-only");
    }

    @Test
    void another_browsers_visit_a_second_use_and_a_made_up_state_let_nobody_in() {
        Browser victim = Browser.atConsole(braid);
        Browser attacker = Browser.atConsole(braid);
        Map<String, String> attackers = departed(attacker);
        departed(victim);
        String code = code(attackers, claims -> claims.subject("s-2").claim("email", "hostile@example.com"));
        assertThat(back(victim, attackers.getOrDefault("state", ""), code)).isEqualTo(REFUSED);
        assertThat(back(Browser.atConsole(braid), attackers.getOrDefault("state", ""), code))
                .isEqualTo(REFUSED);

        Map<String, String> cookies = Map.copyOf(attacker.cookies());
        assertThat(back(attacker, "x".repeat(43), code)).isEqualTo(REFUSED);
        attacker.cookies().putAll(cookies);
        assertThat(back(attacker, attackers.getOrDefault("state", ""), "no-code"))
                .isEqualTo(REFUSED);
        attacker.cookies().putAll(cookies);
        assertThat(back(attacker, attackers.getOrDefault("state", ""), code)).isEqualTo(REFUSED);
    }

    @Test
    void a_token_that_is_not_for_us_now_by_the_issuer_lets_nobody_in() {
        Instant now = braid.clock().instant();
        Map<String, Consumer<JWTClaimsSet.Builder>> hostile = new HashMap<>();
        hostile.put("another audience", claims -> claims.audience("other"));
        hostile.put("several audiences", claims -> claims.audience(List.of(Issuer.CLIENT, "other")));
        hostile.put("another party", claims -> claims.claim("azp", "other"));
        hostile.put("another issuer", claims -> claims.issuer("http://127.0.0.1:1"));
        hostile.put("no issuer", claims -> claims.issuer(null));
        hostile.put(
                "expired",
                claims -> claims.issueTime(Date.from(now.minusSeconds(600)))
                        .expirationTime(Date.from(now.minusSeconds(61))));
        hostile.put("no expiry", claims -> claims.expirationTime(null));
        hostile.put("not yet", claims -> claims.notBeforeTime(Date.from(now.plusSeconds(61))));
        hostile.put("another nonce", claims -> claims.claim("nonce", "x"));
        hostile.put("no nonce", claims -> claims.claim("nonce", null));
        hostile.put("no subject", claims -> claims.subject(null));
        hostile.put("address not verified", claims -> claims.claim("email_verified", false));
        hostile.put("verified as a text", claims -> claims.claim("email_verified", "true"));
        hostile.put("not said to be verified", claims -> claims.claim("email_verified", null));
        hostile.put("nobody we know", claims -> claims.claim("email", "stranger@example.com"));
        hostile.put("no address", claims -> claims.claim("email", null));
        hostile.forEach((name, change) ->
                assertThat(visited(Signature.GOOD, change)).as(name).isEqualTo(REFUSED));
        for (Signature bad : List.of(Signature.FOREIGN_KEY, Signature.NONE, Signature.PUBLIC_KEY_AS_SECRET)) {
            assertThat(visited(bad, claims -> {})).as(bad.name()).isEqualTo(REFUSED);
        }
        assertThat(visited(Signature.GOOD, claims -> {})).isEqualTo("/admin/");
    }

    private static String visited(Signature signature, Consumer<JWTClaimsSet.Builder> change) {
        Browser browser = Browser.atConsole(braid);
        Map<String, String> left = departed(browser);
        String code = issuer.code(braid.clock().instant(), left.getOrDefault("nonce", ""), signature, claims -> {
            claims.subject("hostile").claim("email", "hostile@example.com");
            change.accept(claims);
        });
        String page = back(browser, left.getOrDefault("state", ""), code);
        assertThat(browser.get("/me").status()).isEqualTo(page.equals(REFUSED) ? 401 : 200);
        return page;
    }
}

package io.braid.api;

import static io.braid.api.BadInputTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.Browser;
import io.braid._support.Mailbox;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The authenticator and the recovery codes; codes are computed here as a telephone would, from the secret told. */
class SecondFactorTest {
    private static final String PASSWORD = "seven tall giraffes dance";
    private static final long STEP_SECONDS = 30;

    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final String email = "f-" + UUID.randomUUID() + "@example.com";
    private final Browser person = Browser.atConsole(braid);
    private String secret = "";
    private String confirmation = "";
    private List<String> recoveryCodes = List.of();

    @BeforeEach
    void somebodyTurnsItOn() throws GeneralSecurityException {
        Browser.admin(braid).post("/users", Map.of("email", email, "name", "F", "roles", List.of("admin")));
        Map<String, String> choice = Map.of("token", Mailbox.of(braid, email).token(), "password", PASSWORD);
        assertThat(person.post("/invitations/acceptance", choice).status()).isEqualTo(200);
        assertThat(person.signIn(email, PASSWORD).status()).isEqualTo(201);

        Answer begun = person.post("/me/totp", Map.of());
        secret = begun.text("/secret");
        assertThat(begun.text("/uri")).startsWith("otpauth://totp/Braid%3A").contains("secret=" + secret);
        assertProblem(person.post("/me/totp/confirmation", Map.of("code", "000000x")), 422, "code-not-accepted");
        confirmation = code(0);
        Answer on = person.post("/me/totp/confirmation", Map.of("code", confirmation));
        assertThat(on.status()).as(on.body()).isEqualTo(200);
        recoveryCodes = on.json()
                .at("/recoveryCodes")
                .valueStream()
                .map(one -> one.asString())
                .toList();
        assertThat(recoveryCodes).hasSize(10).allMatch(one -> one.matches("([a-z2-9]{4}-){3}[a-z2-9]{4}"));
    }

    @Test
    void a_code_is_asked_for_and_good_once() throws GeneralSecurityException {
        assertProblem(signIn(Map.of()), 401, "second-factor-required");
        assertProblem(signIn(Map.of("code", "123")), 401, "sign-in-refused");
        assertProblem(signIn(Map.of("code", confirmation)), 401, "sign-in-refused");

        String next = code(1);
        assertThat(signIn(Map.of("code", next)).status()).isEqualTo(201);
        assertProblem(signIn(Map.of("code", next)), 401, "sign-in-refused");
        assertThat(person.get("/sessions").json().at("/items/0/factors").asString())
                .isEqualTo("PASSWORD+TOTP");
    }

    @Test
    void a_recovery_code_is_good_once_also_when_two_use_it_together() throws Exception {
        List<Callable<Integer>> both = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            both.add(() ->
                    signIn(Map.of("recoveryCode", recoveryCodes.getFirst())).status());
        }
        assertThat(SignInTest.together(both)).containsExactlyInAnyOrder(201, 401, 401);
        assertThat(person.get("/me").json().at("/recoveryCodesLeft").asInt()).isEqualTo(9);

        assertThat(person.post("/me/recovery-codes", Map.of()).status()).isEqualTo(200);
        assertProblem(signIn(Map.of("recoveryCode", recoveryCodes.get(1))), 401, "sign-in-refused");
    }

    @Test
    void what_is_kept_opens_nothing_and_removing_it_needs_a_fresh_sign_in() {
        JdbcClient owner = JdbcClient.create(braid.database().owner());
        assertThat(owner.sql("select count(*) from user_account where email = ? and totp_secret is not null"
                                + " and length(totp_secret) > 40")
                        .param(email)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        owner.sql("update user_session set authenticated_at = now() - interval '16 minutes'"
                        + " where user_id = (select id from user_account where email = ?)")
                .param(email)
                .update();
        assertProblem(person.delete("/me/totp"), 403, "fresh-sign-in-needed");

        assertThat(signIn(Map.of("recoveryCode", recoveryCodes.get(2))).status())
                .isEqualTo(201);
        assertThat(person.delete("/me/totp").status()).isEqualTo(204);
        assertThat(signIn(Map.of()).status()).isEqualTo(201);
        String id = person.get("/me").text("/id");
        assertThat(person.get("/journal?subject=user:" + id).body())
                .contains("SecondFactorAdded", "SecondFactorRemoved")
                .doesNotContain(secret, email, recoveryCodes.getFirst());
    }

    @Test
    void where_it_is_required_a_password_reaches_ones_own_account_alone() throws GeneralSecurityException {
        try (BraidUnderTest strict = BraidUnderTest.start(Map.of("BRAID_SECOND_FACTOR", "required"))) {
            Browser admin = Browser.admin(strict);
            assertProblem(admin.get("/users"), 403, "second-factor-missing");
            assertThat(admin.get("/me").status()).isEqualTo(200);
            assertThat(strict.get("/api/v1/users").status()).isEqualTo(200);
            secret = admin.post("/me/totp", Map.of()).text("/secret");
            assertThat(admin.post("/me/totp/confirmation", Map.of("code", code(0)))
                            .status())
                    .isEqualTo(200);
            Map<String, String> proof =
                    Map.of("email", "admin@example.com", "password", "correct horse battery staple", "code", code(1));
            assertThat(admin.post("/sessions", proof).status()).isEqualTo(201);
            assertThat(admin.get("/users").status()).isEqualTo(200);
        }
    }

    private Answer signIn(Map<String, String> more) {
        Map<String, String> body = new HashMap<>(Map.of("email", email, "password", PASSWORD));
        body.putAll(more);
        Answer answer = person.post("/sessions", body);
        // How guesses are slowed down is told elsewhere.
        JdbcClient.create(braid.database().owner())
                .sql("delete from proof_throttle")
                .update();
        return answer;
    }

    /**
     * By the database's clock, some steps away. This step's code and then the next one's are asked for, so that a step
     * which ends in between changes nothing.
     */
    private String code(int steps) throws GeneralSecurityException {
        long now = JdbcClient.create(braid.database().owner())
                .sql("select extract(epoch from now())::bigint")
                .query(Long.class)
                .single();
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(base32(secret), "HmacSHA1"));
        byte[] hash = mac.doFinal(
                ByteBuffer.allocate(8).putLong(now / STEP_SECONDS + steps).array());
        int number = ByteBuffer.wrap(hash).getInt(hash[19] & 0xf) & 0x7fffffff;
        return String.format("%06d", number % 1_000_000);
    }

    private static byte[] base32(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 5 / 8);
        int held = 0;
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(text.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
                held &= (1 << bits) - 1;
            }
        }
        return bytes.array();
    }
}

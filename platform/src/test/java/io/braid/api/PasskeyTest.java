package io.braid.api;

import static io.braid.api.BadInputTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.AuthenticatorAssertionResponse;
import com.webauthn4j.data.AuthenticatorAttestationResponse;
import com.webauthn4j.data.PublicKeyCredential;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialRequestOptions;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.extension.client.AuthenticationExtensionClientOutput;
import com.webauthn4j.data.extension.client.RegistrationExtensionClientOutput;
import com.webauthn4j.test.authenticator.webauthn.NoneAttestationAuthenticator;
import com.webauthn4j.test.authenticator.webauthn.WebAuthnAuthenticatorAdaptor;
import com.webauthn4j.test.client.ClientPlatform;
import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.Browser;
import io.braid._support.Mailbox;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Passkeys, made and used by an authenticator that exists in software alone. */
class PasskeyTest {
    private static final String PASSWORD = "seven tall giraffes dance";
    private static final JsonMapper JSON = new ObjectConverter().getJsonMapper();

    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final String email = "k-" + UUID.randomUUID() + "@example.com";
    private final Browser person = Browser.atConsole(braid);
    private final ClientPlatform device =
            device("http://localhost:" + braid.uri("/").getPort());

    private static ClientPlatform device(String origin) {
        return new ClientPlatform(
                new Origin(origin), new WebAuthnAuthenticatorAdaptor(new NoneAttestationAuthenticator()));
    }

    @BeforeEach
    void somebodySignsIn() {
        Browser.admin(braid).post("/users", Map.of("email", email, "name", "K", "roles", List.of("admin")));
        Map<String, String> choice = Map.of("token", Mailbox.of(braid, email).token(), "password", PASSWORD);
        assertThat(person.post("/invitations/acceptance", choice).status()).isEqualTo(200);
        assertThat(person.signIn(email, PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void a_passkey_is_made_lets_in_by_itself_and_is_removed() {
        Answer added = add(device);
        assertThat(added.status()).as(added.body()).isEqualTo(204);
        assertThat(person.get("/me/passkeys").text("/items/0/label")).isEqualTo("my device");

        Browser elsewhere = Browser.atConsole(braid);
        Map<String, Object> proof = proof(elsewhere, device);
        Answer in = elsewhere.post("/sessions/passkey", proof);
        assertThat(in.status()).as(in.body()).isEqualTo(201);
        assertThat(elsewhere.get("/me").text("/email")).isEqualTo(email);
        assertThat(elsewhere.get("/me").text("/factors")).isEqualTo("PASSKEY");
        assertProblem(Browser.atConsole(braid).post("/sessions/passkey", proof), 401, "sign-in-refused");
        Browser vendors = Browser.atVendorPortal(braid);
        assertProblem(vendors.post("/sessions/passkey", proof(vendors, device)), 401, "sign-in-refused");

        String id = person.get("/me/passkeys").text("/items/0/id");
        assertProblem(Browser.admin(braid).delete("/me/passkeys/" + id), 404, "unknown-passkey");
        assertThat(person.delete("/me/passkeys/" + id).status()).isEqualTo(204);
        assertProblem(elsewhere.get("/me"), 401, "unauthenticated");
        assertProblem(elsewhere.post("/sessions/passkey", proof(elsewhere, device)), 401, "sign-in-refused");
    }

    @Test
    void what_was_made_for_another_origin_or_challenge_is_refused() {
        assertProblem(add(device("http://evil.example")), 422, "passkey-not-accepted");
        Answer first = person.post("/me/passkeys/options", Map.of());
        Answer second = person.post("/me/passkeys/options", Map.of());
        Map<String, Object> mixed = made(device, first);
        mixed.put("token", second.text("/token"));
        assertProblem(person.post("/me/passkeys", mixed), 422, "passkey-not-accepted");
        assertProblem(person.post("/me/passkeys", mixed), 422, "passkey-not-accepted");
        Answer foreign = Browser.admin(braid).post("/me/passkeys/options", Map.of());
        assertProblem(person.post("/me/passkeys", made(device, foreign)), 422, "passkey-not-accepted");
        assertThat(person.get("/me/passkeys").json().at("/items").size()).isZero();
    }

    private Answer add(ClientPlatform by) {
        return person.post("/me/passkeys", made(by, person.post("/me/passkeys/options", Map.of())));
    }

    private static Map<String, Object> made(ClientPlatform by, Answer begun) {
        assertThat(begun.status()).as(begun.body()).isEqualTo(200);
        PublicKeyCredential<AuthenticatorAttestationResponse, RegistrationExtensionClientOutput> credential = by.create(
                JSON.readValue(begun.json().at("/options").toString(), PublicKeyCredentialCreationOptions.class));
        AuthenticatorAttestationResponse response = credential.getResponse();
        Map<String, Object> body = new HashMap<>();
        body.put("label", "my device");
        body.put("token", begun.text("/token"));
        body.put(
                "credential",
                credential(
                        credential.getRawId(),
                        Map.of(
                                "attestationObject", base64(response.getAttestationObject()),
                                "clientDataJSON", base64(response.getClientDataJSON()),
                                "transports", List.of("internal"))));
        return body;
    }

    private static Map<String, Object> proof(Browser browser, ClientPlatform by) {
        Answer begun = browser.post("/sessions/passkey-options", Map.of());
        assertThat(begun.status()).as(begun.body()).isEqualTo(200);
        PublicKeyCredential<AuthenticatorAssertionResponse, AuthenticationExtensionClientOutput> credential =
                by.get(JSON.readValue(begun.json().at("/options").toString(), PublicKeyCredentialRequestOptions.class));
        AuthenticatorAssertionResponse response = credential.getResponse();
        Map<String, Object> answer = new HashMap<>(Map.of(
                "authenticatorData", base64(response.getAuthenticatorData()),
                "clientDataJSON", base64(response.getClientDataJSON()),
                "signature", base64(response.getSignature())));
        if (response.getUserHandle() != null) {
            answer.put("userHandle", base64(response.getUserHandle()));
        }
        return Map.of("token", begun.text("/token"), "credential", credential(credential.getRawId(), answer));
    }

    private static Map<String, Object> credential(byte[] id, Map<String, Object> response) {
        return Map.of(
                "id",
                base64(id),
                "rawId",
                base64(id),
                "type",
                "public-key",
                "clientExtensionResults",
                Map.of(),
                "authenticatorAttachment",
                "platform",
                "response",
                response);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

package io.braid.access;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.braid.store.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.core.JacksonException;

/**
 * The identity provider that the operator configured, spoken to by OpenID Connect. What it says is believed only when
 * it is signed by the issuer's published key with an asymmetric algorithm, made for us, for this sign-in, and not old.
 * Addresses are https, or of this machine; answers are small, and redirects are not followed.
 */
final class IdentityProvider {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final int ANSWER_BYTES_MAX = 65_536;
    private static final int OK = 200;
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384);

    private final Client client;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    IdentityProvider(Client client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** Who we are to the provider. */
    record Client(String issuer, String id, String secret) {
        boolean isConfigured() {
            return !issuer.isEmpty();
        }
    }

    /** What one sign-in is bound to. */
    record Binding(String nonce, String verifier, String redirectUri) {}

    /** Whom the provider means; the address only when the provider has verified it. */
    record Identity(String issuer, String subject, @Nullable String verifiedEmail) {}

    /** The provider does not answer as it should; says why, without secrets. */
    static final class Refused extends Exception {
        Refused(String why) {
            super(why, null, false, false);
        }
    }

    Client client() {
        return client;
    }

    /** Where the browser is sent. */
    String authorizationAddress(Binding binding, String state) throws Refused {
        String endpoint = endpoint(discovered(), "authorization_endpoint").toString();
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(Secret.hash(binding.verifier()));
        return endpoint + (endpoint.contains("?") ? "&" : "?")
                + form("response_type", "code", "scope", "openid email profile", "client_id", client.id())
                + "&" + form("redirect_uri", binding.redirectUri(), "state", state, "nonce", binding.nonce())
                + "&" + form("code_challenge", challenge, "code_challenge_method", "S256");
    }

    Identity identity(String code, Binding binding) throws Refused {
        Map<String, Object> provider = discovered();
        String fields = form("grant_type", "authorization_code", "code", code, "client_id", client.id()) + "&"
                + form("redirect_uri", binding.redirectUri(), "code_verifier", binding.verifier());
        String secret = encoded(client.id()) + ":" + encoded(client.secret());
        HttpRequest request = HttpRequest.newBuilder(endpoint(provider, "token_endpoint"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(fields))
                .build();
        Object token = parsed(answer(request)).get("id_token");
        if (!(token instanceof String text)) {
            throw new Refused("the provider's answer holds no id_token");
        }
        Jwt jwt = verified(text, answer(get(endpoint(provider, "jwks_uri"))), binding.nonce());
        boolean verified = Boolean.TRUE.equals(jwt.getClaims().get("email_verified"));
        String subject = jwt.getSubject();
        if (subject == null) {
            throw new Refused("the provider's token names nobody");
        }
        return new Identity(client.issuer(), subject, verified ? jwt.getClaimAsString("email") : null);
    }

    private Jwt verified(String token, String keys, String nonce) throws Refused {
        try {
            DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
            processor.setJWSKeySelector(
                    new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(JWKSet.parse(keys))));
            // Time and everything else is checked below, by our clock.
            processor.setJWTClaimsSetVerifier((claims, context) -> {});
            NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
            JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
            times.setClock(clock);
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    times,
                    new JwtClaimValidator<Object>(
                            "iss", issuer -> client.issuer().equals(String.valueOf(issuer))),
                    new JwtClaimValidator<Object>("exp", Objects::nonNull),
                    new JwtClaimValidator<String>("sub", subject -> subject != null && !subject.isBlank()),
                    new JwtClaimValidator<String>("nonce", nonce::equals),
                    new JwtClaimValidator<List<String>>("aud", this::isOurs),
                    this::party));
            return decoder.decode(token);
        } catch (JwtException | ParseException e) {
            throw new Refused("the provider's token is not to be believed: " + e.getMessage());
        }
    }

    private OAuth2TokenValidatorResult party(Jwt token) {
        String party = token.getClaimAsString("azp");
        return party == null || party.equals(client.id())
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "made for another party", null));
    }

    /** Made for us alone: a token for several could be another's. */
    private boolean isOurs(@Nullable List<String> audience) {
        return audience != null && audience.equals(List.of(client.id()));
    }

    private Map<String, Object> discovered() throws Refused {
        String base = client.issuer().replaceAll("/$", "");
        URI address = checked(URI.create(base + "/.well-known/openid-configuration"));
        Map<String, Object> provider = parsed(answer(get(address)));
        if (!client.issuer().equals(provider.get("issuer"))) {
            throw new Refused("the provider names another issuer than the one configured");
        }
        return provider;
    }

    private static URI endpoint(Map<String, Object> provider, String name) throws Refused {
        if (!(provider.get(name) instanceof String text)) {
            throw new Refused("the provider names no " + name);
        }
        try {
            return checked(URI.create(text));
        } catch (IllegalArgumentException e) {
            throw new Refused("the provider's " + name + " is no address");
        }
    }

    private static URI checked(URI address) throws Refused {
        boolean local = Set.of("127.0.0.1", "localhost", "[::1]").contains(String.valueOf(address.getHost()));
        if (!"https".equals(address.getScheme()) && !("http".equals(address.getScheme()) && local)) {
            throw new Refused("the provider's addresses must be https");
        }
        return address;
    }

    private static HttpRequest get(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .GET()
                .build();
    }

    private String answer(HttpRequest request) throws Refused {
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(ANSWER_BYTES_MAX + 1);
                if (response.statusCode() != OK || bytes.length > ANSWER_BYTES_MAX) {
                    throw new Refused("the provider answered with " + response.statusCode() + " at "
                            + request.uri().getPath());
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new Refused("the provider does not answer at " + request.uri().getPath());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("Braid is stopping");
        }
    }

    private static Map<String, Object> parsed(String json) throws Refused {
        try {
            return Json.readMap(json);
        } catch (JacksonException e) {
            throw new Refused("the provider's answer is not JSON");
        }
    }

    private static String form(String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(namesAndValues[i]).append('=').append(encoded(namesAndValues[i + 1]));
        }
        return form.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

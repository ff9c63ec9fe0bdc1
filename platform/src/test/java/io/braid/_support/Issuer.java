package io.braid._support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A small identity provider on the loopback; each code stands for the token that a test wants to be given. */
public final class Issuer implements AutoCloseable {
    public static final String CLIENT = "braid";
    private static final RSAKey KEY = key("ours");
    private static final RSAKey FOREIGN_KEY = key("ours");

    private final HttpServer server;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private volatile Map<String, String> lastForm = Map.of();

    /** How a token is signed. */
    public enum Signature {
        GOOD,
        FOREIGN_KEY,
        NONE,
        PUBLIC_KEY_AS_SECRET
    }

    public Issuer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, discovery()));
        server.createContext("/jwks", exchange -> answer(exchange, new JWKSet(KEY.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What the token request held. */
    public Map<String, String> lastForm() {
        return lastForm;
    }

    private String discovery() {
        return "{\"issuer\":\"" + address() + "\",\"authorization_endpoint\":\"" + address()
                + "/authorize\",\"token_endpoint\":\"" + address() + "/token\",\"jwks_uri\":\"" + address()
                + "/jwks\"}";
    }

    /** A code for a token with good claims, changed as the test likes. */
    public String code(Instant now, String nonce, Signature signature, Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(address())
                .subject("subject-1")
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", nonce)
                .claim("email_verified", true);
        change.accept(claims);
        String code = "code-" + tokens.size();
        tokens.put(code, signed(claims.build(), signature));
        return code;
    }

    private static String signed(JWTClaimsSet claims, Signature signature) {
        try {
            if (signature == Signature.NONE) {
                return new PlainJWT(claims).serialize();
            }
            boolean secret = signature == Signature.PUBLIC_KEY_AS_SECRET;
            JWSSigner signer = secret
                    ? new MACSigner(KEY.toRSAPublicKey().getEncoded())
                    : new RSASSASigner(signature == Signature.GOOD ? KEY : FOREIGN_KEY);
            JWSAlgorithm algorithm = secret ? JWSAlgorithm.HS256 : JWSAlgorithm.RS256;
            SignedJWT jwt =
                    new SignedJWT(new JWSHeader.Builder(algorithm).keyID("ours").build(), claims);
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        form.put("authorization", exchange.getRequestHeaders().getFirst("Authorization"));
        lastForm = form;
        answer(exchange, "{\"token_type\":\"Bearer\",\"id_token\":\"" + tokens.get(form.get("code")) + "\"}");
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package io.braid.app;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The two roles that the application works as, neither of them an owner. Their passwords are derived from the owner's,
 * so that every instance with the same {@code BRAID_DATABASE_URL} arrives at the same ones and none is stored.
 */
record Roles(DatabaseUrl owner, String app, String vendor) {
    static Roles of(DatabaseUrl owner, String prefix) {
        return new Roles(owner, prefix + "_app", prefix + "_vendor");
    }

    List<String> names() {
        return List.of(app, vendor);
    }

    DatabaseUrl url(String role) {
        return owner.as(role, password(role));
    }

    private String password(String role) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(owner.password().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(role.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256. Maybe a security provider was removed?", e);
        }
    }
}

package io.braid.api;

import io.braid.access.Portal;
import io.braid.access.PublicAddress;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/**
 * The cookies of the two portals: of a host alone, unseen by scripts, sent by our own pages alone, and over https
 * alone where that is the public address. The token in them is all they hold.
 */
final class Cookies {
    private static final int TOKEN_LENGTH_MAX = 100;
    private final boolean secure;

    Cookies(PublicAddress address) {
        this.secure = address.isSecure();
    }

    /** Null when there is none, or two of the name: one of them somebody else has set. */
    @Nullable
    String token(HttpServletRequest request, Portal portal) {
        return token(request, name(portal));
    }

    private static @Nullable String token(HttpServletRequest request, String name) {
        Cookie[] all = request.getCookies();
        String found = null;
        for (int i = 0; all != null && i < all.length; i++) {
            if (all[i].getName().equals(name)) {
                if (found != null || all[i].getValue().length() > TOKEN_LENGTH_MAX) {
                    return null;
                }
                found = all[i].getValue();
            }
        }
        return found;
    }

    String opened(Portal portal, String token) {
        return cookie(portal, token).build().toString();
    }

    String ended(Portal portal) {
        return cookie(portal, "").maxAge(0).build().toString();
    }

    /** Held while somebody is at the identity provider; it must come back with a link from there, so Lax. */
    String visiting(String state) {
        return visit(state).build().toString();
    }

    String visited() {
        return visit("").maxAge(0).build().toString();
    }

    boolean isVisiting(HttpServletRequest request, String state) {
        String held = token(request, visitName());
        return held != null
                && MessageDigest.isEqual(held.getBytes(StandardCharsets.UTF_8), state.getBytes(StandardCharsets.UTF_8));
    }

    private ResponseCookie.ResponseCookieBuilder visit(String state) {
        return ResponseCookie.from(visitName(), state)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(secure);
    }

    private String visitName() {
        return secure ? "__Host-braid-visit" : "braid-visit";
    }

    private ResponseCookie.ResponseCookieBuilder cookie(Portal portal, String token) {
        return ResponseCookie.from(name(portal), token)
                .path("/")
                .httpOnly(true)
                .sameSite("Strict")
                .secure(secure);
    }

    private String name(Portal portal) {
        String name = portal == Portal.OPERATOR ? "braid-admin" : "braid-vendor";
        return secure ? "__Host-" + name : name;
    }
}

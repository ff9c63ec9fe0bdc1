package io.braid.api;

import io.braid.access.ApiKeys;
import io.braid.access.Portal;
import io.braid.access.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who calls: by the key in the header, else by the session in the cookie of the portal whose path it is. A
 * browser sends its cookie with whatever page asks, so a request that changes something must also come from our own
 * page. Every reason for a "no" reads the same.
 */
final class Authentication {
    private static final String BEARER = "Bearer ";
    private static final Problem UNAUTHENTICATED = Problem.of(
                    401,
                    "unauthenticated",
                    "this needs a valid API key in the header Authorization: Bearer <key>, or a session")
            .header("WWW-Authenticate", "Bearer realm=\"braid\"");

    private final ApiKeys keys;
    private final Sessions sessions;
    private final Cookies cookies;
    private final Origins origins;
    private final Clock clock;

    Authentication(ApiKeys keys, Sessions sessions, Cookies cookies, Origins origins, Clock clock) {
        this.keys = keys;
        this.sessions = sessions;
        this.cookies = cookies;
        this.origins = origins;
        this.clock = clock;
    }

    /** Who calls, and the secret he came with. */
    record Proven(Caller caller, String secret) {}

    Proven proven(HttpServletRequest request, Portal portal) {
        String key = bearer(request.getHeader("Authorization"));
        if (key != null) {
            return keys.findHolder(key, clock.instant())
                    .map(holder -> new Proven(Caller.of(holder), key))
                    .orElseThrow(() -> new Declined(UNAUTHENTICATED));
        }
        String token = request.getHeader("Authorization") == null ? cookies.token(request, portal) : null;
        if (token == null) {
            throw new Declined(UNAUTHENTICATED);
        }
        Proven proven = sessions.findHolder(portal, token)
                .map(holder -> new Proven(Caller.of(holder), token))
                .orElseThrow(() -> new Declined(UNAUTHENTICATED));
        origins.checkOurs(request);
        return proven;
    }

    /** Nobody needs to be known here, yet another's page shall not sign its visitors in as somebody else. */
    void checkOpen(HttpServletRequest request) {
        origins.checkNotForeign(request);
    }

    private static @Nullable String bearer(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }
}

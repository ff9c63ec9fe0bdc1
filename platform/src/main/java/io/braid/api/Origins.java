package io.braid.api;

import io.braid.access.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose page a browser's request is from. Every browser names the origin of a page that changes something, and no page
 * can name another's; so the header {@code Origin} is the proof, and a request with a cookie and without it is refused.
 */
final class Origins {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Problem FOREIGN = Problem.of(
            403,
            "foreign-origin",
            "a session's request that changes something must come from Braid's own pages, with the header Origin;"
                    + " programs use an API key");

    private final PublicAddress address;

    Origins(PublicAddress address) {
        this.address = address;
    }

    /** For requests with a cookie. */
    void checkOurs(HttpServletRequest request) {
        if (!HARMLESS.contains(request.getMethod()) && !isOurs(request, request.getHeader("Origin"))) {
            throw new Declined(FOREIGN);
        }
    }

    /** For requests of anybody: no origin is a program, a foreign one is another's page. */
    void checkNotForeign(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (!HARMLESS.contains(request.getMethod()) && origin != null && !isOurs(request, origin)) {
            throw new Declined(FOREIGN);
        }
    }

    private boolean isOurs(HttpServletRequest request, @Nullable String origin) {
        if (origin == null) {
            return false;
        }
        String told = origin.toLowerCase(Locale.ROOT);
        if (address.isConfigured()) {
            return told.equals(address.origin());
        }
        String host = request.getHeader("Host");
        return host != null && told.equals("http://" + host.toLowerCase(Locale.ROOT));
    }
}

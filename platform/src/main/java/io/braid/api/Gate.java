package io.braid.api;

import io.braid.access.Portal;
import io.braid.api.Rules.Rule;
import io.braid.kernel.Texts;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Stands before every handler: who calls, may he, and does he ask for anything the handler does not know. */
final class Gate implements HandlerInterceptor {
    private static final String CALLER = Gate.class.getName() + ".caller";
    private static final String SIGHT = Gate.class.getName() + ".sight";
    private static final String SECRET = Gate.class.getName() + ".secret";

    private final Rules rules;
    private final Authentication authentication;

    Gate(Rules rules, Authentication authentication) {
        this.rules = rules;
        this.authentication = authentication;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws LimitedRequest.TooLarge {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        Rule rule = rules.of(method);
        if (rule == null) {
            return true;
        }
        Needs needs = rule.needs();
        if (needs == null) {
            authentication.checkOpen(request);
        } else {
            Authentication.Proven proven = authentication.proven(request, portalOf(request));
            request.setAttribute(SIGHT, admit(proven.caller(), rule, portalOf(request) == Portal.VENDOR));
            request.setAttribute(CALLER, proven.caller());
            request.setAttribute(SECRET, proven.secret());
        }
        checkParameters(request.getQueryString(), rule.parameters());
        if (rule.streaming()) {
            LimitedRequest.lift(request);
        } else {
            LimitedRequest.checkAnnounced(request);
        }
        return true;
    }

    static Caller callerOf(ServletRequest request) {
        if (request.getAttribute(CALLER) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("nobody was authenticated. Maybe the handler is @Open.");
    }

    static Sight sightOf(ServletRequest request) {
        if (request.getAttribute(SIGHT) instanceof Sight sight) {
            return sight;
        }
        throw new IllegalStateException("nobody was authenticated. Maybe the handler is @Open.");
    }

    /** The key or the session's token with which the caller proved who he is. */
    static String secretOf(ServletRequest request) {
        return String.valueOf(request.getAttribute(SECRET));
    }

    /** Whose door a path is. */
    static Portal portalOf(HttpServletRequest request) {
        // The handler's own pattern: what was sent may be spelled in many ways.
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return Rules.isForVendors(pattern) ? Portal.VENDOR : Portal.OPERATOR;
    }

    private static Sight admit(Caller caller, Rule rule, boolean forVendors) {
        Needs needs = Objects.requireNonNull(rule.needs());
        if (caller.isVendor() != forVendors) {
            throw new Declined(Problem.of(
                    403,
                    "wrong-audience",
                    forVendors
                            ? "this is for vendors; the operator sees the same documents outside /api/v1/vendor"
                            : "this is for the operator; a vendor's documents are under /api/v1/vendor"));
        }
        if (caller.lacksFactor() && !needs.value().startsWith("account:")) {
            throw new Declined(Problem.of(
                    403,
                    "second-factor-missing",
                    "add an authenticator or a passkey first (me/totp, me/passkeys), and sign in with it"));
        }
        Sight sight =
                caller.may(needs.value()) ? Sight.OF_ALL : rule.heedsSight() ? caller.posted(needs.value()) : null;
        if (sight == null) {
            throw new Declined(Problem.of(
                    403,
                    "missing-scope",
                    "this needs the permission " + needs.value() + ", which your key or your roles do not have"));
        }
        if (needs.fresh() && !caller.isFresh()) {
            throw new Declined(Problem.of(
                    403, "fresh-sign-in-needed", "this is delicate; sign in again and repeat it within 15 minutes"));
        }
        return sight;
    }

    private static void checkParameters(@Nullable String query, @Nullable Set<String> known) {
        if (query == null || known == null) {
            return;
        }
        int start = 0;
        while (start < query.length()) {
            int and = query.indexOf('&', start);
            int end = and < 0 ? query.length() : and;
            int equals = query.indexOf('=', start);
            String name = query.substring(start, equals >= 0 && equals < end ? equals : end);
            if (!name.isEmpty() && !known.contains(name) && !known.contains(decoded(name))) {
                throw unknownParameter(decoded(name), known);
            }
            start = end + 1;
        }
    }

    private static Declined unknownParameter(String name, Set<String> known) {
        String detail = known.isEmpty()
                ? "there is no such parameter; this takes none"
                : "there is no such parameter; this takes " + String.join(", ", new TreeSet<>(known));
        return Declined.badParameter("'" + Texts.shown(name) + "'", detail);
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}

package io.braid.api;

import io.braid.access.ApiKeys;
import io.braid.api.Rules.Rule;
import io.braid.kernel.Texts;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Stands before every handler: who calls, may he, and does he ask for anything the handler does not know. */
final class Gate implements HandlerInterceptor {
    private static final String CALLER = Gate.class.getName() + ".caller";
    private static final String BEARER = "Bearer ";

    private static final Problem UNAUTHENTICATED = Problem.of(
                    401, "unauthenticated", "this needs a valid API key in the header Authorization: Bearer <key>")
            .header("WWW-Authenticate", "Bearer realm=\"braid\"");

    private final Rules rules;
    private final ApiKeys keys;
    private final Clock clock;

    Gate(Rules rules, ApiKeys keys, Clock clock) {
        this.rules = rules;
        this.keys = keys;
        this.clock = clock;
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
        if (needs != null) {
            Caller caller = authenticated(request);
            admit(caller, needs, rule.isForVendors());
            request.setAttribute(CALLER, caller);
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

    /** The key a request carries. */
    static String bearerOf(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new Declined(UNAUTHENTICATED);
        }
        return header.substring(BEARER.length()).strip();
    }

    private Caller authenticated(HttpServletRequest request) {
        return keys.findHolder(bearerOf(request), clock.instant())
                .map(Caller::of)
                .orElseThrow(() -> new Declined(UNAUTHENTICATED));
    }

    private static void admit(Caller caller, Needs needs, boolean forVendors) {
        if (caller.isVendor() != forVendors) {
            throw new Declined(Problem.of(
                    403,
                    "wrong-audience",
                    forVendors
                            ? "this is for vendors' keys; the operator sees the same documents outside /api/v1/vendor"
                            : "this is for the operator's keys; a vendor's documents are under /api/v1/vendor"));
        }
        if (!caller.may(needs.value())) {
            throw new Declined(
                    Problem.of(403, "missing-scope", "the key lacks the scope " + needs.value() + " that this needs"));
        }
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

package io.braid.api;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What every request passes first: its correlation id, the headers that protect a browser, the limit of its body. */
final class Edge implements Filter {
    static final String CORRELATION_HEADER = "X-Correlation-Id";
    private static final String CORRELATION = Edge.class.getName() + ".correlation";
    private static final int CORRELATION_LENGTH_MAX = 64;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");

    private final Problems problems;

    Edge(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void doFilter(ServletRequest plain, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) plain;
        HttpServletResponse response = (HttpServletResponse) answer;
        String correlation = correlation(request.getHeader(CORRELATION_HEADER));
        request.setAttribute(CORRELATION, correlation);
        response.setHeader(CORRELATION_HEADER, correlation);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        if (request.getRequestURI().startsWith("/api/v1/")) {
            response.setHeader("Cache-Control", "no-store");
        }
        Problem problem = refused(request);
        if (problem != null) {
            problems.write(request, response, problem);
            return;
        }
        chain.doFilter(new LimitedRequest(request), response);
    }

    private static @Nullable Problem refused(HttpServletRequest request) {
        if (!METHODS.contains(request.getMethod())) {
            return Problem.of(405, "method-not-allowed", "this method is not served here")
                    .header("Allow", "GET, HEAD, POST, PUT, DELETE, OPTIONS");
        }
        String query = request.getQueryString();
        // The database keeps no NUL in a text, so no parameter can sensibly hold one.
        if (query != null && query.contains("%00")) {
            return Problem.of(400, "bad-parameter", "the query holds a NUL character (%00)");
        }
        return null;
    }

    static String correlationOf(ServletRequest request) {
        return request.getAttribute(CORRELATION) instanceof String id ? id : "";
    }

    /** The caller's own id when it is a decent one, else a new one. */
    static String correlation(@Nullable String given) {
        if (given == null || given.isEmpty() || given.length() > CORRELATION_LENGTH_MAX) {
            return newCorrelation();
        }
        for (int i = 0; i < given.length(); i++) {
            if (given.charAt(i) <= ' ' || given.charAt(i) > '~') {
                return newCorrelation();
            }
        }
        return given;
    }

    private static String newCorrelation() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    }
}

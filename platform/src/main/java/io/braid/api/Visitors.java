package io.braid.api;

import io.braid.access.Session.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from. Behind proxies that are named as trusted it is the last address of X-Forwarded-For that
 * is none of theirs; from anybody else that header counts for nothing, because anybody can write it.
 */
record Visitors(Set<String> trustedProxies) {
    private static final int AGENT_LENGTH_MAX = 300;
    private static final int SOURCE_LENGTH_MAX = 64;

    static Visitors behind(String trustedProxies) {
        return new Visitors(Arrays.stream(trustedProxies.split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toUnmodifiableSet()));
    }

    Visit visit(HttpServletRequest request, Instant at) {
        return new Visit(source(request), shown(request.getHeader("User-Agent")), at, Edge.correlationOf(request));
    }

    private String source(HttpServletRequest request) {
        String near = request.getRemoteAddr();
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null || !trustedProxies.contains(near)) {
            return near;
        }
        List<String> hops =
                Arrays.stream(forwarded.split(",")).map(String::strip).toList();
        for (String hop : hops.reversed()) {
            if (!trustedProxies.contains(hop)) {
                return hop.substring(0, Math.min(hop.length(), SOURCE_LENGTH_MAX));
            }
        }
        return near;
    }

    private static String shown(@Nullable String agent) {
        String text = agent == null ? "" : agent.replaceAll("\\p{Cntrl}", " ");
        return text.substring(0, Math.min(text.length(), AGENT_LENGTH_MAX));
    }
}

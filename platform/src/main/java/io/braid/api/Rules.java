package io.braid.api;

import io.braid.access.Portal;
import io.braid.api.Needs.Audience;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who may call which handler with which parameters: read once from the handlers' annotations, before the port opens.
 * A handler that does not say whom it is for keeps the application from starting.
 */
final class Rules {
    private static final String OURS = "io.braid.";
    private static final String VENDOR_PATHS = "/api/v1/vendor/";

    private volatile Map<Method, Rule> rules = Map.of();

    /**
     * The rule of one handler.
     *
     * @param needs null for open handlers
     * @param heedsSight whether it may be called by those who see their locations alone
     * @param parameters the query parameters it knows; null when it takes any
     */
    record Rule(
            @Nullable Needs needs,
            boolean heedsSight,
            @Nullable Set<String> parameters,
            boolean streaming,
            boolean ownIdempotency,
            boolean tellsSecret) {
        /** Whether a path of this kind is this handler's. */
        boolean isFor(boolean vendorPath) {
            return needs == null
                    || needs.audience() == Audience.BOTH
                    || (needs.audience() == Audience.VENDOR) == vendorPath;
        }
    }

    /** Reads the rules of all handlers of ours. */
    void read(RequestMappingHandlerMapping mapping) {
        Map<Method, Rule> read = new HashMap<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getName().startsWith(OURS)) {
                read.put(handler.getMethod(), rule(info, handler));
            }
        });
        rules = Map.copyOf(read);
    }

    /** Null for handlers of the libraries, which serve descriptions and errors. */
    @Nullable
    Rule of(HandlerMethod handler) {
        Rule rule = rules.get(handler.getMethod());
        if (rule == null && handler.getBeanType().getName().startsWith(OURS)) {
            throw new IllegalStateException("no rule for " + handler + ". Maybe it was mapped after the start.");
        }
        return rule;
    }

    /** Every scope that some handler for these people or their programs asks for. */
    Set<String> scopes(Portal portal) {
        Audience foreign = portal == Portal.VENDOR ? Audience.OPERATOR : Audience.VENDOR;
        Set<String> scopes = new TreeSet<>();
        for (Rule rule : rules.values()) {
            if (rule.needs() != null && rule.needs().audience() != foreign) {
                scopes.add(rule.needs().value());
            }
        }
        return scopes;
    }

    static Rule rule(RequestMappingInfo info, HandlerMethod handler) {
        Needs needs = handler.getMethodAnnotation(Needs.class);
        if (needs == null && !handler.hasMethodAnnotation(Open.class)) {
            throw new IllegalStateException(
                    handler + " does not say whom it is for. Give it @Needs(\"<resource>:read|write\") or @Open.");
        }
        Rule rule = new Rule(
                needs,
                heedsSight(handler),
                parameters(handler),
                handler.hasMethodAnnotation(Streaming.class),
                handler.hasMethodAnnotation(OwnIdempotency.class),
                handler.hasMethodAnnotation(TellsSecret.class));
        if (needs != null) {
            checkAudience(info, handler, rule);
            checkScope(handler, needs.value());
        }
        return rule;
    }

    private static boolean heedsSight(HandlerMethod handler) {
        return Arrays.stream(handler.getMethod().getParameterTypes())
                .anyMatch(type -> type == Sight.class || type == Reach.class);
    }

    private static void checkAudience(RequestMappingInfo info, HandlerMethod handler, Rule rule) {
        for (String path : info.getPatternValues()) {
            if (!rule.isFor(isForVendors(path))) {
                throw new IllegalStateException(handler + " at " + path + " has the wrong audience. Paths below "
                        + VENDOR_PATHS + ", and no others, take @Needs(audience = VENDOR).");
            }
        }
    }

    static boolean isForVendors(String path) {
        return path.startsWith(VENDOR_PATHS);
    }

    private static void checkScope(HandlerMethod handler, String scope) {
        if (!scope.matches("[a-z-]+:(read|write)")) {
            throw new IllegalStateException(
                    handler + " needs the scope '" + scope + "', which is not <resource>:read or <resource>:write.");
        }
    }

    private static @Nullable Set<String> parameters(HandlerMethod handler) {
        Set<String> names = new HashSet<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
            if (parameter.getParameterType() == Paging.class) {
                names.add("limit");
                names.add("cursor");
            } else if (named != null && Map.class.isAssignableFrom(parameter.getParameterType())) {
                return null;
            } else if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
                for (RecordComponent field : parameter.getParameterType().getRecordComponents()) {
                    names.add(field.getName());
                }
            } else if (named != null) {
                String name = named.name();
                names.add(name.isEmpty() ? parameter.getParameter().getName() : name);
            }
        }
        return Set.copyOf(names);
    }
}

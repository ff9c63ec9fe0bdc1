package io.braid.api;

import io.braid.access.Portal;
import io.braid.access.Session.Visit;
import io.braid.journal.Deed;
import io.braid.store.Idempotency;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** What handlers may take as an argument, besides what Spring gives them. */
final class Arguments {
    private Arguments() {}

    static List<HandlerMethodArgumentResolver> resolvers(Clock clock, Visitors visitors) {
        return List.of(
                new Typed(Portal.class, Gate::portalOf),
                new Typed(Visit.class, request -> visitors.visit(request, moment(clock))),
                new Typed(Caller.class, Gate::callerOf),
                new Typed(Sight.class, Gate::sightOf),
                new Typed(Reach.class, request -> new Reach(deed(request, clock), Gate.sightOf(request))),
                new Typed(Deed.class, request -> deed(request, clock)),
                new Typed(Arrival.class, request -> new Arrival(Gate.callerOf(request), deed(request, clock))),
                new Typed(
                        Paging.class,
                        request -> Paging.of(
                                request.getParameter("limit"),
                                request.getParameter("cursor"),
                                request.getRequestURI())),
                new Typed(IfMatch.class, request -> IfMatch.of(request.getHeader("If-Match"))),
                new Typed(Idempotency.Key.class, IdempotentAdapter::keyOf));
    }

    private static Deed deed(HttpServletRequest request, Clock clock) {
        Caller caller = Gate.callerOf(request);
        return new Deed(caller.actor(), moment(clock), caller.channel(), Edge.correlationOf(request));
    }

    /** What the database keeps, so that a time read back equals the time told. */
    private static Instant moment(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private record Typed(Class<?> type, Function<HttpServletRequest, @Nullable Object> value)
            implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == type;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest web,
                @Nullable WebDataBinderFactory binder) {
            HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
            if (request == null) {
                throw new IllegalStateException("this request is not HTTP");
            }
            return value.apply(request);
        }
    }
}

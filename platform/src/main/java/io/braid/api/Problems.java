package io.braid.api;

import io.braid.access.Sessions;
import io.braid.store.Idempotency;
import io.braid.store.Transactions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;

/**
 * Turns whatever was thrown into a problem document. What callers did wrong is told to them; what is wrong with us is
 * told to the log, with the correlation id by which the caller can ask, and never with a trace to the caller.
 */
final class Problems implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String VENDOR_PATHS = "/api/v1/vendor/";
    private static final int CAUSES_MAX = 20;

    private static final Problem INTERNAL = Problem.of(
            500, "internal-error", "this is our fault; nothing was changed. Ask with the correlation id, or try again");
    private static final Problem OVERLOADED = Problem.of(
                    503, "temporarily-unavailable", "the database is busy or away; nothing was changed. Try again soon")
            .retryAfterSeconds(1);
    private static final Problem CROWDED = Problem.of(
                    503, "temporarily-unavailable", "too many people sign in at this moment; try again soon")
            .retryAfterSeconds(2);
    private static final Problem TOO_LARGE = Problem.of(
            413,
            "body-too-large",
            "the body has more than " + LimitedRequest.BODY_BYTES_MAX + " bytes; send less at once, or use an import");

    private static final Problem SLOW = Problem.of(408, "request-timeout", "the body did not arrive in time");

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        if (response.isCommitted() || has(e, EofException.class)) {
            LOG.debug("gone before the answer was complete", e);
            return new ModelAndView();
        }
        Problem problem = problem(e);
        if (problem.status() >= 500) {
            report(request, problem, e);
        }
        try {
            write(request, response, problem);
        } catch (IOException gone) {
            LOG.debug("gone before the problem was told", gone);
        }
        return new ModelAndView();
    }

    private static void report(HttpServletRequest request, Problem problem, Exception e) {
        String correlation = Edge.correlationOf(request);
        if (problem.equals(INTERNAL)) {
            LOG.error("{} {} failed ({})", request.getMethod(), request.getRequestURI(), correlation, e);
        } else {
            LOG.warn("{} {}: {} ({})", request.getMethod(), request.getRequestURI(), e.getMessage(), correlation);
        }
    }

    /** A vendor learns the same of what is missing and of what is another's. */
    void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        boolean hides = problem.status() == 404 && request.getRequestURI().startsWith(VENDOR_PATHS);
        Problem told = hides ? Problem.NOTHING_HERE : problem;
        byte[] body = told.json(Edge.correlationOf(request));
        response.resetBuffer();
        response.setStatus(told.status());
        told.headers().forEach(response::setHeader);
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static Problem problem(Throwable e) {
        return switch (e) {
            case Declined declined -> declined.problem();
            case Idempotency.Busy busy -> IdempotentAdapter.BUSY;
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case Sessions.Crowded crowded -> CROWDED;
            case LimitedRequest.TooLarge tooLarge -> TOO_LARGE;
            case MethodArgumentTypeMismatchException mismatch -> parameter(mismatch);
            case MissingServletRequestParameterException missing ->
                Problem.of(400, "bad-parameter", "parameter " + missing.getParameterName() + " is required");
            case MissingRequestValueException missing ->
                Problem.of(400, "bad-parameter", "a required value is missing");
            case HttpMediaTypeNotSupportedException unsupported ->
                Problem.of(415, "unsupported-media-type", "send the body as application/json in UTF-8");
            case HttpMediaTypeNotAcceptableException unacceptable ->
                Problem.of(406, "not-acceptable", "this cannot be answered in the media type that Accept asks for");
            case HttpRequestMethodNotSupportedException method -> methodNotAllowed(method);
            case HttpException http -> byStatus(http.getCode());
            case ErrorResponse response -> byStatus(response.getStatusCode().value());
            default -> has(e, LimitedRequest.TooLarge.class) ? TOO_LARGE : ofOurs(e);
        };
    }

    private static Problem unreadable(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof JacksonException json) {
            return BadJson.problem(json);
        }
        return has(e, LimitedRequest.TooLarge.class)
                ? TOO_LARGE
                : Problem.of(400, "missing-body", "this needs a JSON body, and there is none that can be read");
    }

    private static Problem parameter(MethodArgumentTypeMismatchException e) {
        return Problem.of(400, "bad-parameter", "parameter " + e.getName() + " has the wrong form");
    }

    private static Problem methodNotAllowed(HttpRequestMethodNotSupportedException e) {
        Problem problem = Problem.of(405, "method-not-allowed", e.getMethod() + " is not served here");
        String[] supported = e.getSupportedMethods();
        return supported == null ? problem : problem.header(HttpHeaders.ALLOW, String.join(", ", supported));
    }

    static Problem byStatus(int status) {
        return switch (status) {
            case 404 -> Problem.NOTHING_HERE;
            case 408 -> SLOW;
            case 413 -> TOO_LARGE;
            case 503 -> OVERLOADED;
            default -> status >= 500 ? INTERNAL : Problem.of(status, "bad-request", "the request cannot be understood");
        };
    }

    private static Problem ofOurs(Throwable e) {
        if (Transactions.isPassing(e)) {
            return OVERLOADED;
        }
        return has(e, TimeoutException.class) ? SLOW : INTERNAL;
    }

    private static boolean has(Throwable e, Class<? extends Throwable> type) {
        Throwable cause = e;
        for (int i = 0; cause != null && i < CAUSES_MAX; i++, cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}

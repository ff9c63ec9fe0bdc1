package io.braid.api;

import io.braid.api.Rules.Rule;
import io.braid.kernel.Outcome;
import io.braid.kernel.Refusal;
import io.braid.store.Idempotency;
import io.braid.store.Idempotency.Claim;
import io.braid.store.Transactions;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Runs handlers; a {@code POST} with an {@code Idempotency-Key} runs inside one transaction with the claim of its key
 * and the answer kept, so a repetition is answered and never done again. Only successes are kept: a "no" may become a
 * "yes", and after a failure of ours the caller shall try again. Streams are {@link StreamedOnce}'s.
 */
final class IdempotentAdapter extends RequestMappingHandlerAdapter {
    static final String REPLAYED = "Idempotent-Replayed";
    private static final String HEADER = "Idempotency-Key";
    private static final String KEY = IdempotentAdapter.class.getName() + ".key";
    private static final int KEY_LENGTH_MAX = 255;

    static final Problem BUSY = Problem.of(
                    409,
                    "idempotency-key-in-use",
                    "a request with this Idempotency-Key is still being worked on; ask again to learn its answer")
            .retryAfterSeconds(1);
    static final Problem REUSED = Problem.of(
            422,
            "idempotency-key-reused",
            "this Idempotency-Key came before with another request; every new request needs a new key");

    private final Rules rules;
    private final Idempotency idempotency;
    private final Transactions transactions;
    private final Seal seal;
    private final StreamedOnce streamed;

    IdempotentAdapter(Rules rules, Idempotency idempotency, Transactions transactions, Seal seal) {
        this.rules = rules;
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.seal = seal;
        this.streamed = new StreamedOnce(idempotency, transactions);
    }

    /** The answer is told and leaves no trace: the handler itself said no. */
    private record NotKept(HeldResponse response) implements Refusal {
        @Override
        public Kind kind() {
            return Kind.UNACCEPTABLE;
        }

        @Override
        public String detail() {
            return "answered with " + response.getStatus();
        }
    }

    /** For handlers with {@link OwnIdempotency}: the key, null when the caller sent none. */
    static Idempotency.@Nullable Key keyOf(ServletRequest request) {
        return request.getAttribute(KEY) instanceof Idempotency.Key key ? key : null;
    }

    @Override
    protected @Nullable ModelAndView invokeHandlerMethod(
            HttpServletRequest request, HttpServletResponse response, HandlerMethod handler) throws Exception {
        String text = request.getMethod().equals("POST") ? request.getHeader(HEADER) : null;
        Rule rule = text == null ? null : rules.of(handler);
        if (text == null || rule == null || rule.needs() == null) {
            return super.invokeHandlerMethod(request, response, handler);
        }
        checkKey(text);
        if (rule.streaming()) {
            StreamedOnce.Name name =
                    new StreamedOnce.Name(Gate.callerOf(request).principal(), text);
            streamed.answer(name, request, response, (read, held) -> super.invokeHandlerMethod(read, held, handler));
            return null;
        }
        RepeatableRequest repeatable =
                new RepeatableRequest(request, request.getInputStream().readAllBytes());
        Idempotency.Key key = key(repeatable, text);
        if (rule.ownIdempotency()) {
            request.setAttribute(KEY, key);
            return super.invokeHandlerMethod(repeatable, response, handler);
        }
        answerOnce(new Attempt(key, rule.tellsSecret(), repeatable, response, handler))
                .send();
        return null;
    }

    /** Everything one request with a key needs, however often its transaction must begin anew. */
    private record Attempt(
            Idempotency.Key key,
            boolean tellsSecret,
            RepeatableRequest request,
            HttpServletResponse response,
            HandlerMethod handler) {}

    private HeldResponse answerOnce(Attempt attempt) {
        Outcome<HeldResponse> outcome = transactions.decide(
                () -> switch (idempotency.claim(List.of(attempt.key)).getFirst()) {
                    case Claim.New() -> firstAnswer(attempt);
                    case Claim.Replay(Idempotency.Answer answer) -> Outcome.done(replay(answer, attempt));
                    case Claim.Reused() -> throw new Declined(REUSED);
                    case Claim.Twin twin -> throw new IllegalStateException("one key has no twin: " + twin);
                });
        return switch (outcome) {
            case Outcome.Done<HeldResponse>(HeldResponse held) -> held;
            case Outcome.Refused<HeldResponse>(NotKept(HeldResponse held)) -> held;
            case Outcome.Refused<HeldResponse>(Refusal refusal) -> throw Declined.by(refusal);
        };
    }

    private Outcome<HeldResponse> firstAnswer(Attempt attempt) {
        HeldResponse held = new HeldResponse(attempt.response);
        attempt.request.rewind();
        unchecked(() -> super.invokeHandlerMethod(attempt.request, held, attempt.handler));
        held.flushBuffer();
        if (!held.isSuccess()) {
            return Outcome.refused(new NotKept(held));
        }
        idempotency.keep(List.of(new Idempotency.Kept(attempt.key, kept(held.answer(), attempt))));
        return Outcome.done(held);
    }

    /** Work that may throw anything. */
    private interface Throwing<E extends Exception> {
        @Nullable
        ModelAndView run() throws E;
    }

    /** Whatever a handler throws leaves the transaction as it is, for {@link Problems} to read. */
    @SuppressWarnings("unchecked")
    private static void unchecked(Throwing<?> work) {
        ((Throwing<RuntimeException>) work).run();
    }

    private Idempotency.Answer kept(Idempotency.Answer answer, Attempt attempt) {
        return attempt.tellsSecret
                ? answer.withBody(seal.close(answer.body(), Gate.secretOf(attempt.request), attempt.key))
                : answer;
    }

    private HeldResponse replay(Idempotency.Answer answer, Attempt attempt) {
        HeldResponse held = new HeldResponse(attempt.response);
        held.setStatus(answer.status());
        answer.headers().forEach(held::setHeader);
        held.setHeader(REPLAYED, "true");
        held.write(
                attempt.tellsSecret
                        ? seal.open(answer.body(), Gate.secretOf(attempt.request), attempt.key)
                        : answer.body());
        return held;
    }

    private static void checkKey(String text) {
        boolean printable = !text.isEmpty() && text.length() <= KEY_LENGTH_MAX;
        for (int i = 0; printable && i < text.length(); i++) {
            printable = text.charAt(i) >= ' ' && text.charAt(i) <= '~';
        }
        if (!printable) {
            throw new Declined(Problem.of(
                    400,
                    "malformed-idempotency-key",
                    "Idempotency-Key takes 1 to " + KEY_LENGTH_MAX + " printable ASCII characters"));
        }
    }

    private static Idempotency.Key key(RepeatableRequest request, String text) {
        String query = request.getQueryString();
        return Idempotency.Key.of(
                Gate.callerOf(request).principal(),
                text,
                List.of(
                        request.getMethod().getBytes(StandardCharsets.UTF_8),
                        request.getRequestURI().getBytes(StandardCharsets.UTF_8),
                        (query == null ? "" : query).getBytes(StandardCharsets.UTF_8),
                        request.body()));
    }
}

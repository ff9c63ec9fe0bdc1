package io.braid.api;

import io.braid.store.Idempotency;
import io.braid.store.Idempotency.Claim;
import io.braid.store.Transactions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bodies of any length with an {@code Idempotency-Key}. The work is in many transactions, so the answer is kept when
 * all of it is done, and only a repetition after that is answered without doing it again. What breaks off leaves the
 * key free: such files can be sent again by nature, because each line is known by its own key.
 */
final class StreamedOnce {
    /** Longer answers, of imports of many thousand lines, are sent as they come and not kept. */
    static final int ANSWER_BYTES_MAX = 1_048_576;

    private final Idempotency idempotency;
    private final Transactions transactions;
    private final Set<Name> working = ConcurrentHashMap.newKeySet();

    StreamedOnce(Idempotency idempotency, Transactions transactions) {
        this.idempotency = idempotency;
        this.transactions = transactions;
    }

    /** Whose key. */
    record Name(String principal, String text) {}

    /** The handler. */
    interface Work {
        void answer(HttpServletRequest request, HttpServletResponse response) throws Exception;
    }

    void answer(Name name, HttpServletRequest request, HttpServletResponse response, Work work) throws Exception {
        if (!working.add(name)) {
            throw new Declined(IdempotentAdapter.BUSY);
        }
        try {
            CountedRequest counted = new CountedRequest(request);
            Optional<Idempotency.Kept> before = idempotency.find(name.principal(), name.text());
            HeldResponse held = new HeldResponse(response, ANSWER_BYTES_MAX);
            if (before.isPresent()) {
                replay(before.get(), key(name, counted), held);
            } else {
                work.answer(counted, held);
                held.flushBuffer();
                if (held.isSuccess() && held.isWhole()) {
                    keep(new Idempotency.Kept(key(name, counted), held.answer()));
                }
            }
            held.send();
        } finally {
            working.remove(name);
        }
    }

    private static void replay(Idempotency.Kept before, Idempotency.Key key, HeldResponse held) {
        if (!before.key().isOfSameRequest(key)) {
            throw new Declined(IdempotentAdapter.REUSED);
        }
        held.setStatus(before.answer().status());
        before.answer().headers().forEach(held::setHeader);
        held.setHeader(IdempotentAdapter.REPLAYED, "true");
        held.write(before.answer().body());
    }

    /** Where another instance was quicker with the same, its answer stays. */
    private void keep(Idempotency.Kept kept) {
        transactions.run(() -> {
            if (idempotency.claim(List.of(kept.key())).getFirst() instanceof Claim.New) {
                idempotency.keep(List.of(kept));
            }
        });
    }

    private static Idempotency.Key key(Name name, CountedRequest request) throws IOException {
        String query = request.getQueryString();
        return Idempotency.Key.of(
                name.principal(),
                name.text(),
                List.of(
                        request.getMethod().getBytes(StandardCharsets.UTF_8),
                        request.getRequestURI().getBytes(StandardCharsets.UTF_8),
                        (query == null ? "" : query).getBytes(StandardCharsets.UTF_8),
                        request.fingerprint()));
    }
}

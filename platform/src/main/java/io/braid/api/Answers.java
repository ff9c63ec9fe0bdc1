package io.braid.api;

import io.braid.kernel.Outcome;
import io.braid.store.Idempotency;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * How outcomes of commands become answers. A refusal leaves by {@link Declined}, so that handlers return what is done.
 */
final class Answers {
    private Answers() {}

    /** The value of a done command; a refused one declines. */
    static <T> T of(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw Declined.by(refusal);
        };
    }

    /** 200 with the view of what was done. */
    static <T, V> ResponseEntity<V> of(Outcome<T> outcome, Function<? super T, V> view) {
        return ResponseEntity.ok(view.apply(of(outcome)));
    }

    /** 200 with the view and its version as ETag. */
    static <V> ResponseEntity<V> versioned(V view, int version) {
        return ResponseEntity.ok().eTag(IfMatch.etag(version)).body(view);
    }

    /** 201 with the place of the new thing. */
    static <V> ResponseEntity<V> created(String location, V view) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Location", location)
                .body(view);
    }

    /** 201 with the place of the new thing and its version as ETag. */
    static <V> ResponseEntity<V> created(String location, V view, int version) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Location", location)
                .eTag(IfMatch.etag(version))
                .body(view);
    }

    /** What was answered before, to the byte. */
    static ResponseEntity<byte[]> replay(Idempotency.Answer answer) {
        return headed(answer).header(IdempotentAdapter.REPLAYED, "true").body(answer.body());
    }

    /** An answer that was made to be kept, told for the first time. */
    static ResponseEntity<byte[]> first(Idempotency.Answer answer) {
        return headed(answer).body(answer.body());
    }

    private static ResponseEntity.BodyBuilder headed(Idempotency.Answer answer) {
        ResponseEntity.BodyBuilder told = ResponseEntity.status(answer.status());
        answer.headers().forEach(told::header);
        return told;
    }
}

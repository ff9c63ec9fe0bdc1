package io.braid.kernel;

import java.util.function.Function;

/** What a command answers: done, with what came of it, or refused, with the reason. Bugs are exceptions, never this. */
public sealed interface Outcome<T> {
    record Done<T>(T value) implements Outcome<T> {}

    record Refused<T>(Refusal refusal) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> f) {
        return switch (this) {
            case Done<T>(T value) -> done(f.apply(value));
            case Refused<T>(Refusal refusal) -> refused(refusal);
        };
    }

    default <R> Outcome<R> then(Function<? super T, Outcome<R>> f) {
        return switch (this) {
            case Done<T>(T value) -> f.apply(value);
            case Refused<T>(Refusal refusal) -> refused(refusal);
        };
    }

    /** For callers that have already made sure, such as tests and seeds: a refusal here is a bug. */
    default T orThrow() {
        return switch (this) {
            case Done<T>(T value) -> value;
            case Refused<T>(Refusal refusal) ->
                throw new IllegalStateException(refusal.problem() + ": " + refusal.detail());
        };
    }
}

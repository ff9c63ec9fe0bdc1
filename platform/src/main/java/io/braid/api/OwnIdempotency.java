package io.braid.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A handler that claims and keeps idempotency keys itself, in a transaction of its own making. It takes a
 * {@code @Nullable Idempotency.Key} as an argument.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface OwnIdempotency {}

package io.braid.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A handler that reads a body of any length as it comes. The limit of bodies does not hold for it, and it must keep
 * its memory constant and its own idempotency by natural keys: an {@code Idempotency-Key} repeats the answer of a body
 * that was read to its end, and guards nothing that broke off.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Streaming {}

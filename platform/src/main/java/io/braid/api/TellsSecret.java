package io.braid.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A handler whose answer tells something that is kept nowhere. What is kept of the answer for a repetition is sealed
 * with the caller's own key, so only the caller can have it told again.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface TellsSecret {}

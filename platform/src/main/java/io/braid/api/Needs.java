package io.braid.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The scope a caller must have for a handler, such as {@code orders:write}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Needs {
    String value();

    Audience audience() default Audience.OPERATOR;

    /** Whose keys a path is for; paths below {@code /api/v1/vendor/} are for vendors, all others for the operator. */
    enum Audience {
        OPERATOR,
        VENDOR
    }
}

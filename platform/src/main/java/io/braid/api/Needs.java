package io.braid.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The permission a caller must have for a handler, such as {@code orders:write}: a key's scope, or a person's role. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Needs {
    String value();

    Audience audience() default Audience.OPERATOR;

    /** Delicate: a person must have proved who he is a short while ago. Keys are asked for nothing more. */
    boolean fresh() default false;

    /**
     * Whom a path is for: paths below {@code /api/v1/vendor/} are for vendors, all others for the operator. A handler
     * for both has a path of either kind.
     */
    enum Audience {
        OPERATOR,
        VENDOR,
        BOTH
    }
}

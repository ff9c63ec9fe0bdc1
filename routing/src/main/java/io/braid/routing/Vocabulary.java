package io.braid.routing;

import java.util.Map;

/** Every word a strategy document may use, made from the definitions that the compiler itself reads. */
public final class Vocabulary {
    private Vocabulary() {}

    /** Maps, lists and plain values: fields, operators, sorts, modes and actions. */
    public static Object toTree() {
        return Map.of();
    }
}

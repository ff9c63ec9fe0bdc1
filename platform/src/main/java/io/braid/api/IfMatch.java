package io.braid.api;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The version a caller expects, from the header {@code If-Match}; handlers of commands take it as an argument. Without
 * the header the body's {@code expectedVersion} may say it, without either any version will do.
 */
record IfMatch(@Nullable Integer version) {
    private static final int DIGITS_MAX = 9;

    static String etag(int version) {
        return "\"" + version + "\"";
    }

    /** Reads the header: an ETag as we give them, or {@code *} for any version. */
    static IfMatch of(@Nullable String header) {
        if (header == null || header.equals("*")) {
            return new IfMatch(null);
        }
        int digits = header.length() - 2;
        if (digits < 1 || digits > DIGITS_MAX || !header.startsWith("\"") || !header.endsWith("\"")) {
            throw malformed();
        }
        int version = 0;
        for (int i = 1; i <= digits; i++) {
            int digit = header.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw malformed();
            }
            version = version * 10 + digit;
        }
        return new IfMatch(version);
    }

    /** The header's version, else the body's; both given and different is a contradiction. */
    OptionalInt or(@Nullable Integer bodyField) {
        if (version != null && bodyField != null && !version.equals(bodyField)) {
            throw new Declined(Problem.of(
                            400,
                            "contradicting-versions",
                            "If-Match says version " + version + " and expectedVersion says " + bodyField
                                    + "; send one of them")
                    .at("/expectedVersion"));
        }
        Integer expected = version == null ? bodyField : version;
        return expected == null ? OptionalInt.empty() : OptionalInt.of(expected);
    }

    OptionalInt expected() {
        return or(null);
    }

    private static Declined malformed() {
        return new Declined(Problem.of(
                400,
                "malformed-if-match",
                "If-Match takes one ETag as it was answered, such as \"3\" with its quotes"));
    }
}

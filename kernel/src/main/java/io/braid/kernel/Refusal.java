package io.braid.kernel;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An expected "no": a value with a name, the values it is about and what to do. Each module nests its refusals in one
 * sealed interface that extends this one; the name of the record, in kebab case, is the problem's type in the API.
 */
public interface Refusal {
    /** How the API answers: one status per kind. */
    enum Kind {
        /** The request itself cannot be read (400). */
        MALFORMED,
        /** There is no such thing, or it is not yours: the same answer (404). */
        NOT_FOUND,
        /** The state or version does not allow it now (409). */
        CONFLICT,
        /** Understood, and not acceptable (422). */
        UNACCEPTABLE,
        /** Who asks has not proved who he is (401). */
        UNPROVEN,
        /** Known, and not allowed (403). */
        FORBIDDEN,
        /** Too many tries (429); the member retryAfterSeconds says how long to wait. */
        TOO_SOON
    }

    Kind kind();

    /** What is wrong with which value, and what to do about it; for a person at three in the morning. */
    String detail();

    /** The faults by place in the request, when there are several. */
    default List<Fault> faults() {
        return List.of();
    }

    /** Further facts a program may want, by name: the current version, what is missing. */
    default Map<String, Object> members() {
        return Map.of();
    }

    /** The stable name: {@code QuantityExceedsOffer} is {@code quantity-exceeds-offer}. */
    default String problem() {
        return problemOf(getClass().getSimpleName());
    }

    /** The problem's name for a refusal's name. */
    static String problemOf(String refusal) {
        return refusal.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}

package io.braid.api;

import io.braid.kernel.Fault;
import io.braid.kernel.Refusal;
import io.braid.store.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A "no" as the API says it (RFC 9457). The type is a stable name in kebab case with a page of its own at
 * {@code /problems/<name>}, the detail says what is wrong with which value and what to do.
 *
 * @param members further facts, beside the standard ones
 * @param headers what the answer carries besides: {@code Retry-After}, {@code Allow}
 */
record Problem(
        int status,
        String name,
        String detail,
        List<Fault> errors,
        Map<String, Object> members,
        Map<String, String> headers) {

    static final String MEDIA_TYPE = "application/problem+json";
    static final String PATH = "/problems/";
    private static final int NOT_FOUND = 404;

    /** What is not there and what is another's look alike to a vendor, to the byte. */
    static final Problem NOTHING_HERE =
            of(NOT_FOUND, "not-found", "There is nothing here under this name that you may see.");

    static Problem of(int status, String name, String detail) {
        return new Problem(status, name, detail, List.of(), Map.of(), Map.of());
    }

    static Problem of(Refusal refusal) {
        int status = switch (refusal.kind()) {
            case MALFORMED -> 400;
            case NOT_FOUND -> NOT_FOUND;
            case CONFLICT -> 409;
            case UNACCEPTABLE -> 422;
            case UNPROVEN -> 401;
            case FORBIDDEN -> 403;
            case TOO_SOON -> 429;
        };
        Map<String, String> headers = refusal.kind() == Refusal.Kind.TOO_SOON
                ? Map.of("Retry-After", String.valueOf(refusal.members().get("retryAfterSeconds")))
                : Map.of();
        return new Problem(status, refusal.problem(), refusal.detail(), refusal.faults(), refusal.members(), headers);
    }

    static Problem invalid(List<Fault> faults) {
        String detail = faults.size() == 1
                ? faults.getFirst().detail()
                : faults.size() + " values are not acceptable; errors tells which and why";
        return new Problem(422, "invalid-request", detail, faults, Map.of(), Map.of());
    }

    Problem at(String pointer) {
        return new Problem(status, name, detail, List.of(new Fault(pointer, detail)), members, headers);
    }

    Problem header(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Problem(status, name, detail, errors, members, more);
    }

    Problem retryAfterSeconds(int seconds) {
        return header("Retry-After", Integer.toString(seconds));
    }

    /** "not-found" is titled "Not found". */
    static String title(String name) {
        String words = name.replace('-', ' ').replace("json", "JSON").replace("if match", "If-Match");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** A 404 leaves the correlation id to the header: two of them must be equal. */
    byte[] json(String correlationId) {
        Map<String, Object> document = document();
        if (status != NOT_FOUND) {
            document.put("correlationId", correlationId);
        }
        return Json.bytes(document);
    }

    /** The problem itself, as a part of an answer that holds many. */
    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", PATH + name);
        document.put("title", title(name));
        document.put("status", status);
        document.put("detail", detail);
        if (!errors.isEmpty()) {
            document.put("errors", errors);
        }
        document.putAll(members);
        return document;
    }
}

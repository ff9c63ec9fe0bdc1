package io.braid.api;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.Browser;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tries an operation as somebody, with an empty body where one is due. */
record Knocks(BraidUnderTest braid) {
    /** The name of nothing. */
    static final String MISSING = "00000000-0000-7000-8000-000000000000";

    Answer by(Browser browser, Operation one) {
        return by(browser, one, MISSING);
    }

    /** At something of that name. */
    Answer by(Browser browser, Operation one, String name) {
        return by(browser, one, name, "{}");
    }

    Answer by(Browser browser, Operation one, String name, String body) {
        try {
            return braid.send(method(browser.request(one.below(name)), one, body));
        } catch (UncheckedIOException closed) {
            // A refused stream is not read to its end, so its connection may close under the next request.
            return braid.send(method(browser.request(one.below(name)), one, body));
        }
    }

    Answer by(String key, Operation one) {
        String api = one.isForVendors() ? "/api/v1/vendor" : "/api/v1";
        return braid.send(method(braid.request(api + one.below(MISSING), key), one, "{}"));
    }

    private static HttpRequest.Builder method(HttpRequest.Builder request, Operation one, String content) {
        boolean body = one.method().matches("POST|PUT|PATCH");
        // Ids of different lengths would tell answers apart.
        request.header("X-Correlation-Id", "matrix");
        return request.method(one.method(), body ? BodyPublishers.ofString(content) : BodyPublishers.noBody());
    }

    /** Everything of an answer that could tell something apart. */
    static String seen(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return answer.status() + " " + headers + " " + answer.body();
    }
}

package io.braid._support;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person at one of the two portals: keeps cookies and names its origin, as browsers do. Paths are those below the
 * portal's part of the API: {@code /me}, {@code /users}.
 */
public final class Browser {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final BraidUnderTest braid;
    private final String api;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private Browser(BraidUnderTest braid, String api) {
        this.braid = braid;
        this.api = api;
    }

    public static Browser atConsole(BraidUnderTest braid) {
        return new Browser(braid, "/api/v1");
    }

    public static Browser atVendorPortal(BraidUnderTest braid) {
        return new Browser(braid, "/api/v1/vendor");
    }

    /** The administrator that every Braid under test has. */
    public static Browser admin(BraidUnderTest braid) {
        Browser browser = atConsole(braid);
        Answer answer = browser.signIn("admin@example.com", "correct horse battery staple");
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.body());
        }
        return browser;
    }

    public Answer signIn(String email, String password) {
        return post("/sessions", Map.of("email", email, "password", password));
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body) {
        return send(request(path).POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    public Answer put(String path, Object body) {
        return send(request(path).PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** A request as this browser's page would make it, to add to or to change. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = bare(path);
        String address = braid.uri("/").toString();
        return request.header("Origin", address.substring(0, address.length() - 1));
    }

    /** With the cookies, and without saying whose page it is. */
    public HttpRequest.Builder bare(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(braid.uri(api + path))
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "application/json");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(one -> one.getKey() + "=" + one.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    public Answer send(HttpRequest.Builder request) {
        Answer answer = braid.send(request);
        for (String header : answer.headers().allValues("Set-Cookie")) {
            String pair = header.substring(0, header.indexOf(';'));
            String name = pair.substring(0, pair.indexOf('='));
            if (header.contains("Max-Age=0")) {
                cookies.remove(name);
            } else {
                cookies.put(name, pair.substring(name.length() + 1));
            }
        }
        return answer;
    }

    public Map<String, String> cookies() {
        return cookies;
    }
}

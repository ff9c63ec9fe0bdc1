package io.braid.access;

import java.net.URI;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Where others reach Braid: what {@code BRAID_PUBLIC_URL} says, else this machine at the port that is open. And whose
 * it is, as mails name it.
 */
public final class PublicAddress {
    private static final String LOCAL = "localhost";

    private final String configured;
    private final String operator;
    private final Supplier<String> port;

    PublicAddress(String configured, String operator, Supplier<String> port) {
        this.operator = operator.strip();
        this.configured = configured.replaceAll("/+$", "");
        this.port = port;
    }

    /** Without a slash at its end. */
    public String url() {
        return configured.isEmpty() ? "http://127.0.0.1:" + port.get() : configured;
    }

    /** What {@code BRAID_OPERATOR_NAME} says, else the host of the configured address, else the program's own name. */
    public String operator() {
        if (!operator.isEmpty()) {
            return operator;
        }
        return configured.isEmpty()
                ? "Braid"
                : String.valueOf(URI.create(configured).getHost());
    }

    public boolean isConfigured() {
        return !configured.isEmpty();
    }

    /** Whether browsers come by https, as {@code Secure} cookies ask for. */
    public boolean isSecure() {
        return configured.toLowerCase(Locale.ROOT).startsWith("https:");
    }

    /** The name that passkeys are made for. An address of digits can have none, so it is the machine's own name. */
    public String passkeyHost() {
        return configured.isEmpty()
                ? LOCAL
                : String.valueOf(URI.create(configured).getHost());
    }

    /** The origin that passkeys are used at. */
    String passkeyOrigin() {
        return configured.isEmpty() ? "http://" + LOCAL + ":" + port.get() : origin();
    }

    /** Scheme, host and port, as browsers name where a page is from. */
    public String origin() {
        URI uri = URI.create(url());
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        boolean standard = uri.getPort() < 0 || uri.getPort() == ("https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80);
        return uri.getScheme().toLowerCase(Locale.ROOT) + "://" + host + (standard ? "" : ":" + uri.getPort());
    }
}

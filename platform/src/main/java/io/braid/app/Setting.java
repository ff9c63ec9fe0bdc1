package io.braid.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Every environment variable that Braid reads, with the default that works. {@code ./braid run --help} prints this
 * list, and Spring sees each one as a property in lower case ({@code BRAID_API_KEY} is {@code braid.api-key}).
 */
public enum Setting {
    BRAID_PORT("8080", "HTTP port; 0 takes any free one"),
    BRAID_DATA("./.braid", "data folder: the embedded database and what belongs to it"),
    BRAID_DATABASE_URL("", "postgresql://user:password@host:5432/database of your own server; empty = embedded"),
    BRAID_DATABASE_ROLES("", "prefix of the roles <prefix>_app and <prefix>_vendor; empty = the database's name"),
    BRAID_PUBLIC_URL("", "address under which others reach Braid; empty = http://127.0.0.1:<port>"),
    BRAID_OPERATOR_NAME("", "your company's name, as mails tell it; empty = the host of BRAID_PUBLIC_URL"),
    BRAID_API_KEY("", "first start only: the first operator API key; empty = made up and printed once"),
    BRAID_ADMIN_EMAIL("", "first start only: e-mail address of the first operator"),
    BRAID_ADMIN_PASSWORD("", "first start only: password of the first operator"),
    BRAID_KAFKA_BOOTSTRAP("", "host:port of Kafka brokers that receive the events; empty = none"),
    BRAID_SMTP_URL("", "smtp://user:password@host:587; empty = mails stay in the outbox"),
    BRAID_FEED_EMPTIED_PERCENT(
            "50", "a vendor's feed that empties more of its stock waits to be confirmed; 100 = none"),
    BRAID_MAIL_FROM("", "address that mails come from, as your mail server allows it; empty = braid@localhost"),
    BRAID_SECOND_FACTOR("", "required = the operator's people and vendors' administrators need more than a password"),
    BRAID_SSO_ISSUER("", "issuer of your OpenID Connect identity provider, for the operator's people; empty = none"),
    BRAID_SSO_CLIENT_ID("", "the name under which the identity provider knows Braid"),
    BRAID_SSO_CLIENT_SECRET("", "the secret that goes with it"),
    BRAID_SSO_ONLY("", "yes = the operator's people come by the identity provider alone, never by password"),
    BRAID_TRUSTED_PROXIES("", "addresses of your own proxies, with commas; only their X-Forwarded-For counts"),
    BRAID_MASTER_KEY_FILE("", "file with the key that seals stored secrets; empty = master.key in the data folder");

    private final String fallback;
    private final String meaning;

    Setting(String fallback, String meaning) {
        this.fallback = fallback;
        this.meaning = meaning;
    }

    String fallback() {
        return fallback;
    }

    /** The name under which Spring knows the setting. */
    String property() {
        String rest = name().substring("BRAID_".length());
        return "braid." + rest.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String table() {
        return Arrays.stream(values()).map(Setting::row).collect(Collectors.joining(System.lineSeparator()));
    }

    private String row() {
        String standard = fallback.isEmpty() ? "" : " (default " + fallback + ")";
        return String.format(Locale.ROOT, "  %-22s %s%s", name(), meaning, standard);
    }
}

package io.braid.app;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Where the database is and who owns it. The password never appears in {@code toString} nor in a message.
 *
 * @param address what the driver is given, without user and password
 */
record DatabaseUrl(String address, String database, String user, String password) {
    private static final Pattern FORM =
            Pattern.compile("(?:jdbc:)?postgres(?:ql)?://(?:([^:@/?]*)(?::([^@/?]*))?@)?([^/?]+)/([^?/]+)(?:\\?(.*))?");

    static DatabaseUrl parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw refused("is not the address of a PostgreSQL database");
        }
        String query = parts.group(5) == null ? "" : parts.group(5);
        String user = first(parts.group(1), query, "user");
        String password = first(parts.group(2), query, "password");
        if (user == null || password == null) {
            throw refused(user == null ? "names no user" : "has no password");
        }
        String rest = query.replaceAll("(?<=^|&)(user|password)=[^&]*(&|$)", "").replaceAll("&$", "");
        String address =
                "jdbc:postgresql://" + parts.group(3) + "/" + parts.group(4) + (rest.isEmpty() ? "" : "?" + rest);
        return new DatabaseUrl(address, decoded(parts.group(4)), user, password);
    }

    static DatabaseUrl local(int port, String database, String user, String password) {
        return new DatabaseUrl("jdbc:postgresql://127.0.0.1:" + port + "/" + database, database, user, password);
    }

    /** The same server and user, another database; parameters are kept. */
    DatabaseUrl withDatabase(String other) {
        String changed = address.replaceFirst("(//[^/]+/)[^?]+", "$1" + other);
        return new DatabaseUrl(changed, other, user, password);
    }

    DatabaseUrl as(String role, String secret) {
        return new DatabaseUrl(address, database, role, secret);
    }

    /** One connection after the other, for what happens before the pools are open. */
    DriverManagerDataSource source(String options) {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("ApplicationName", "braid-start");
        properties.setProperty("options", options);
        DriverManagerDataSource source = new DriverManagerDataSource(address, user, password);
        source.setConnectionProperties(properties);
        return source;
    }

    /** For messages. */
    String shown() {
        return address.substring("jdbc:".length()).replaceFirst("\\?.*", "") + " as user " + user;
    }

    @Override
    public String toString() {
        return shown();
    }

    /** Before the host, as libpq writes it, or as a parameter, as JDBC does. */
    private static @Nullable String first(@Nullable String beforeHost, String query, String parameter) {
        if (beforeHost != null) {
            return decoded(beforeHost);
        }
        Matcher named = Pattern.compile("(?:^|&)" + parameter + "=([^&]*)").matcher(query);
        return named.find() ? decoded(named.group(1)) : null;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static StartRefused refused(String why) {
        return new StartRefused(
                "BRAID_DATABASE_URL " + why + ".",
                "Write it like this: postgresql://owner:password@host:5432/braid (special characters %-encoded).");
    }
}

package io.braid.app;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment asked for, read once and checked: an impossible value is refused before anything starts. Values
 * are kept as text by {@link Setting}; the typed ones that the start itself needs have methods.
 */
public final class Settings {
    private static final int PORT_MAX = 65_535;

    private final Map<Setting, String> values;

    private Settings(Map<Setting, String> values) {
        this.values = values;
    }

    public static Settings of(Map<String, String> environment) {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String given = environment.getOrDefault(setting.name(), "").strip();
            values.put(setting, given.isEmpty() ? setting.fallback() : given);
        }
        Settings settings = new Settings(values);
        settings.check();
        return settings;
    }

    public String value(Setting setting) {
        return values.getOrDefault(setting, "");
    }

    public Settings with(Setting setting, String value) {
        Map<Setting, String> changed = new EnumMap<>(values);
        changed.put(setting, value);
        return new Settings(changed);
    }

    int port() {
        String text = value(Setting.BRAID_PORT);
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > PORT_MAX) {
            throw new StartRefused(
                    "BRAID_PORT is \"" + text + "\", which is not a port.",
                    "Set BRAID_PORT to a number from 1 to 65535, or to 0 for any free port.");
        }
        return Integer.parseInt(text);
    }

    Path dataFolder() {
        return Path.of(value(Setting.BRAID_DATA)).toAbsolutePath().normalize();
    }

    /** Empty means the embedded server. */
    Optional<DatabaseUrl> databaseUrl() {
        String text = value(Setting.BRAID_DATABASE_URL);
        return text.isEmpty() ? Optional.empty() : Optional.of(DatabaseUrl.parse(text));
    }

    String rolePrefix(String database) {
        String prefix = value(Setting.BRAID_DATABASE_ROLES);
        return prefix.isEmpty() ? database : prefix;
    }

    private void check() {
        port();
        databaseUrl();
        Path folder = dataFolder();
        if (folder.toFile().isFile()) {
            throw new StartRefused("BRAID_DATA names " + folder + ", which is a file.", "Set BRAID_DATA to a folder.");
        }
        checkApiKey();
        String password = value(Setting.BRAID_ADMIN_PASSWORD);
        if (value(Setting.BRAID_ADMIN_EMAIL).isEmpty() != password.isEmpty()) {
            throw new StartRefused(
                    "only one of BRAID_ADMIN_EMAIL and BRAID_ADMIN_PASSWORD is set.", "Set both of them, or neither.");
        }
        checkUrl(Setting.BRAID_PUBLIC_URL, "https?://[^/?#\\s]+.*", "https://oms.example.com");
        checkWord(Setting.BRAID_SECOND_FACTOR, "required");
        checkWord(Setting.BRAID_SSO_ONLY, "yes");
        checkUrl(
                Setting.BRAID_SSO_ISSUER,
                "https://[^?#\\s]+|http://(127\\.0\\.0\\.1|localhost)(:[0-9]+)?[^?#\\s]*",
                "https://login.example.com/realms/staff");
        if (value(Setting.BRAID_SSO_ISSUER).isEmpty()
                != value(Setting.BRAID_SSO_CLIENT_ID).isEmpty()) {
            throw new StartRefused(
                    "only one of BRAID_SSO_ISSUER and BRAID_SSO_CLIENT_ID is set.", "Set both of them, or neither.");
        }
        checkUrl(Setting.BRAID_SMTP_URL, "smtps?://[^/?#\\s]+", "smtp://user:password@mail.example.com:587");
        String share = value(Setting.BRAID_FEED_EMPTIED_PERCENT);
        if (!share.matches("100|[1-9]?[0-9]")) {
            throw new StartRefused(
                    "BRAID_FEED_EMPTIED_PERCENT is \"" + share + "\", which is not a share.",
                    "Set it to a whole number from 0 to 100.");
        }
        String keyFile = value(Setting.BRAID_MASTER_KEY_FILE);
        if (!keyFile.isEmpty() && !Path.of(keyFile).toFile().canRead()) {
            throw new StartRefused(
                    "BRAID_MASTER_KEY_FILE names " + keyFile + ", which cannot be read.",
                    "Name a file that exists and that this user may read.");
        }
    }

    private void checkApiKey() {
        String key = value(Setting.BRAID_API_KEY);
        if (!key.isEmpty() && !key.matches("[!-~]{24,}")) {
            throw new StartRefused(
                    "BRAID_API_KEY is too short, or holds spaces or other characters than printable ASCII.",
                    "Set it to at least 24 such characters, or leave it out to have a key made up and printed once.");
        }
    }

    /** A misspelt word must not leave a door open. */
    private void checkWord(Setting setting, String word) {
        String text = value(setting);
        if (!text.isEmpty() && !text.equals(word)) {
            throw new StartRefused(setting + " is \"" + text + "\".", "Set it to \"" + word + "\", or leave it out.");
        }
    }

    private void checkUrl(Setting setting, String pattern, String example) {
        String text = value(setting);
        if (!text.isEmpty() && !text.matches(pattern)) {
            throw new StartRefused(
                    setting + " is not an address of the expected form.", "Write it like this: " + example);
        }
    }
}

package io.braid.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @Test
    void works_with_nothing_set() {
        Settings settings = Settings.of(Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.dataFolder()).isAbsolute().endsWithRaw(Path.of(".braid"));
        assertThat(settings.databaseUrl()).isEmpty();
    }

    @Test
    void lists_every_setting_for_the_help() {
        for (Setting setting : Setting.values()) {
            assertThat(Setting.table()).contains(setting.name());
        }
        assertThat(Setting.BRAID_API_KEY.property()).isEqualTo("braid.api-key");
    }

    @ParameterizedTest
    @CsvSource({
        "BRAID_PORT, http, not a port",
        "BRAID_PORT, 65536, not a port",
        "BRAID_PORT, -1, not a port",
        "BRAID_DATA, /etc/passwd, a file",
        "BRAID_DATABASE_URL, mysql://a:b@c/d, not the address",
        "BRAID_DATABASE_URL, postgresql://host/braid, names no user",
        "BRAID_DATABASE_URL, postgresql://owner@host/braid, has no password",
        "BRAID_ADMIN_EMAIL, a@example.com, only one of",
        "BRAID_PUBLIC_URL, oms.example.com, expected form",
        "BRAID_SMTP_URL, mail.example.com:25, expected form",
        "BRAID_FEED_EMPTIED_PERCENT, 101, not a share",
        "BRAID_MASTER_KEY_FILE, /nonexistent, cannot be read",
    })
    void refuses_a_bad_value_clearly(String name, String value, String said) {
        assertThatThrownBy(() -> Settings.of(Map.of(name, value)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://own:p%40ss%2Bw+d@db.example.com:5433/braid?sslmode=require, own, p@ss+w+d,"
                + " jdbc:postgresql://db.example.com:5433/braid?sslmode=require",
        "'postgres://own:pw@a:1,b:2/braid', own, pw, 'jdbc:postgresql://a:1,b:2/braid'",
        "jdbc:postgresql://db/braid?user=own&ssl=true&password=pw, own, pw, jdbc:postgresql://db/braid?ssl=true",
        "jdbc:postgresql://db/braid?user=own&password=pw, own, pw, jdbc:postgresql://db/braid",
    })
    void reads_a_database_url_as_libpq_or_jdbc_write_it(String text, String user, String password, String address) {
        DatabaseUrl url = DatabaseUrl.parse(text);

        assertThat(url.user()).isEqualTo(user);
        assertThat(url.password()).isEqualTo(password);
        assertThat(url.address()).isEqualTo(address);
        assertThat(url.toString()).doesNotContain(password);
    }

    @Test
    void derives_the_same_role_passwords_on_every_instance() {
        DatabaseUrl owner = DatabaseUrl.parse("postgresql://own:pw@db/braid");
        DatabaseUrl elsewhere = DatabaseUrl.parse("postgresql://own:pw@db.internal:5432/braid");

        String password = Roles.of(owner, "braid").url("braid_app").password();

        assertThat(password).hasSize(64);
        assertThat(Roles.of(elsewhere, "braid").url("braid_app").password()).isEqualTo(password);
        assertThat(Roles.of(owner, "braid").url("braid_vendor").password()).isNotEqualTo(password);
    }
}

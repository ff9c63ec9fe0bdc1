package io.braid.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class HealthTest {
    @Test
    void answers_health_and_readiness() {
        BraidUnderTest braid = BraidUnderTest.shared();

        assertThat(braid.get("/healthz").status()).isEqualTo(200);
        assertThat(braid.get("/readyz").text("/status")).isEqualTo("OK");
    }

    @Test
    void is_not_ready_while_the_database_refuses_connections() {
        try (BraidUnderTest braid = BraidUnderTest.start()) {
            JdbcClient owner = JdbcClient.create(TestServer.shared().owner("postgres"));
            String name = braid.database().name();
            owner.sql("alter database " + name + " allow_connections false").update();
            owner.sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'")
                    .query()
                    .listOfRows();

            Answer answer = braid.get("/readyz");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("1");
            assertThat(braid.get("/healthz").status()).isEqualTo(200);
        }
    }

    @Test
    void limits_the_time_of_every_wait() {
        JdbcClient app = JdbcClient.create(BraidUnderTest.shared().database().app());

        assertThat(shown(app, "lock_timeout")).isEqualTo("2s");
        assertThat(shown(app, "statement_timeout")).isEqualTo("15s");
        assertThat(shown(app, "idle_in_transaction_session_timeout")).isEqualTo("10s");
        assertThat(shown(app, "transaction_timeout")).isEqualTo("30s");
        assertThat(shown(app, "fsync")).isEqualTo("on");
        assertThat(shown(app, "data_checksums")).isEqualTo("on");
    }

    private static String shown(JdbcClient database, String setting) {
        return database.sql("select current_setting(?)")
                .param(setting)
                .query(String.class)
                .single();
    }
}

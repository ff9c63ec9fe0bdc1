package io.braid.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real processes, because what is promised here is about how they die. */
class EmbeddedPostgresTest {
    private static final Duration GONE_MAX = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @Test
    void keeps_data_and_port_between_starts() {
        String url = "";
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data())) {
            url = server.url().address();
            new OwnerStore(server.url()).createDatabase();
            JdbcClient database = client(server);
            database.sql("create table kept as select 42 as answer").update();
        }
        assertThat(BraidProcess.servers(folder)).isEmpty();

        try (EmbeddedPostgres server = EmbeddedPostgres.start(data())) {
            assertThat(server.url().address()).isEqualTo(url);
            assertThat(client(server)
                            .sql("select answer from kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(42);
        }
    }

    @Test
    void keeps_every_safety_of_a_server_on() {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data())) {
            JdbcClient database =
                    JdbcClient.create(server.url().withDatabase("postgres").source(""));
            for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums")) {
                assertThat(database.sql("show " + setting).query(String.class).single())
                        .as(setting)
                        .isEqualTo("on");
            }
            assertThat(database.sql("show listen_addresses").query(String.class).single())
                    .isEqualTo("127.0.0.1");
            assertThat(database.sql("select pg_encoding_to_char(encoding) from pg_database where datname = 'postgres'")
                            .query(String.class)
                            .single())
                    .isEqualTo("UTF8");
        }
    }

    @Test
    void takes_another_port_when_the_last_one_is_taken() throws IOException {
        EmbeddedPostgres.start(data()).close();
        try (java.net.ServerSocket squatter = new java.net.ServerSocket(
                Integer.parseInt(Files.readString(data().portFile())), 1, java.net.InetAddress.getLoopbackAddress())) {
            try (EmbeddedPostgres server = EmbeddedPostgres.start(data())) {
                assertThat(server.url().address()).doesNotContain(":" + squatter.getLocalPort() + "/");
            }
        }
    }

    @Test
    void removes_a_pid_file_whose_number_belongs_to_another_program() throws IOException {
        EmbeddedPostgres.start(data()).close();
        long alive = ProcessHandle.current().pid();
        Files.writeString(data().cluster().resolve("postmaster.pid"), alive + "\n" + data().cluster() + "\n1\n1\n\n\n");

        try (EmbeddedPostgres server = EmbeddedPostgres.start(data())) {
            assertThat(new OwnerStore(server.url()).databaseExists()).isFalse();
        }
    }

    @Test
    void refuses_a_second_start_on_the_same_folder() {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data())) {
            assertThat(server.url().database()).isEqualTo("braid");
            assertThatThrownBy(() -> EmbeddedPostgres.start(data()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("another Braid")
                    .hasMessageContaining(folder.toString());
        }
    }

    @Test
    void refuses_data_of_another_version() throws IOException {
        EmbeddedPostgres.start(data()).close();
        Files.writeString(data().cluster().resolve("PG_VERSION"), "12\n");

        assertThatThrownBy(() -> EmbeddedPostgres.start(data()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("was written by PostgreSQL 12");
    }

    @Test
    void dies_with_a_killed_braid_and_recovers_what_was_committed() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        try (BraidProcess braid = BraidProcess.ready(data)) {
            JdbcClient database = JdbcClient.create(
                    EmbeddedPostgres.running(DataFolder.open(data)).source(""));
            database.sql("create table kept as select 42 as answer").update();
            assertThat(BraidProcess.servers(data)).isNotEmpty();

            braid.kill();
        }
        assertThat(BraidProcess.serversAfter(data, GONE_MAX)).isEmpty();

        try (BraidProcess again = BraidProcess.ready(data)) {
            assertThat(again.status("/readyz")).isEqualTo(200);
            JdbcClient database = JdbcClient.create(
                    EmbeddedPostgres.running(DataFolder.open(data)).source(""));
            assertThat(database.sql("select answer from kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(42);
            assertThat(again.stop()).isEqualTo(143);
        }
        assertThat(BraidProcess.serversAfter(data, Duration.ofMillis(500))).isEmpty();
    }

    @Test
    void stops_an_orphan_whose_watchdog_was_killed_too() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        try (BraidProcess braid = BraidProcess.ready(data)) {
            List<ProcessHandle> watchdogs = ProcessHandle.allProcesses()
                    .filter(process -> process.info().commandLine().orElse("").contains("pgwatch"))
                    .filter(process -> process.info().commandLine().orElse("").contains(data.toString()))
                    .toList();
            assertThat(watchdogs).isNotEmpty();
            watchdogs.forEach(ProcessHandle::destroyForcibly);
            braid.kill();
        }
        assertThat(BraidProcess.servers(data)).isNotEmpty();

        try (BraidProcess again = BraidProcess.ready(data)) {
            assertThat(again.status("/readyz")).isEqualTo(200);
        }
        assertThat(BraidProcess.serversAfter(data, GONE_MAX)).isEmpty();
    }

    @Test
    void says_in_one_screen_that_the_folder_or_the_port_is_taken() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        try (BraidProcess braid = BraidProcess.ready(data);
                BraidProcess second = BraidProcess.start(data, Map.of(), "run")) {
            assertThat(second.exit()).isEqualTo(1);
            assertThat(second.output()).contains("another Braid", "What to do:").doesNotContain("\tat ");

            String port = Files.readString(DataFolder.open(data).portFile());
            try (BraidProcess third = BraidProcess.start(folder.resolve("other"), Map.of("BRAID_PORT", port), "run")) {
                assertThat(third.exit()).isEqualTo(1);
                assertThat(third.output())
                        .contains("port " + port + " is in use", "What to do:")
                        .doesNotContain("\tat ");
            }
            assertThat(BraidProcess.serversAfter(folder.resolve("other"), GONE_MAX))
                    .isEmpty();
            assertThat(braid.status("/healthz")).isEqualTo(200);
        }
    }

    private DataFolder data() {
        return DataFolder.open(folder);
    }

    private static JdbcClient client(EmbeddedPostgres server) {
        return JdbcClient.create(server.url().source(""));
    }
}

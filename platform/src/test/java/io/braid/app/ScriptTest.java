package io.braid.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The script {@code braid}, as far as it answers without building anything. */
class ScriptTest {
    private static final String SCRIPT =
            Path.of("..", "braid").toAbsolutePath().normalize().toString();

    @Test
    void shows_every_command_when_asked_and_when_given_none() {
        Programs bare = Programs.run(List.of(SCRIPT));
        Programs help = Programs.run(List.of(SCRIPT, "--help"));

        assertThat(bare.exit()).isZero();
        assertThat(help.said())
                .isEqualTo(bare.said())
                .contains("./braid demo", "./braid run", "./braid test", "./braid verify", "./braid bench");
    }

    @Test
    void refuses_an_unknown_command_with_the_usage() {
        Programs unknown = Programs.run(List.of(SCRIPT, "fly"));

        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.said()).contains("Unknown command: fly", "./braid run");
    }

    @Test
    void explains_test_and_bench() {
        assertThat(Programs.run(List.of(SCRIPT, "test", "--help")).said()).contains("every test");
        assertThat(Programs.run(List.of(SCRIPT, "bench", "--help")).said()).contains("measures");
    }

    @Test
    void is_plain_shell() {
        assertThat(Programs.run(List.of("sh", "-n", SCRIPT)).exit()).isZero();
        assertThat(Programs.run(List.of("sh", "-n", Path.of("..", ".ci", "run").toString()))
                        .exit())
                .isZero();
    }
}

package io.braid.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program of the operating system to its end and keeps what it said. */
record Programs(int exit, String said) {
    private static final int MISSING = 127;
    private static final long MINUTES_MAX = 5;

    static Programs run(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            withoutServerVariables(builder);
            Process process = builder.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Programs(MISSING, "no end after " + MINUTES_MAX + " minutes: " + command);
            }
            return new Programs(process.exitValue(), said.strip());
        } catch (IOException e) {
            return new Programs(MISSING, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    boolean succeeded() {
        return exit == 0;
    }

    /** Variables meant for another PostgreSQL on this machine must not steer ours. */
    static void withoutServerVariables(ProcessBuilder builder) {
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
    }
}

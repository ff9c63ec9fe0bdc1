package io.braid.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the figures were taken on: enough to compare, nothing that names the machine. */
record Machine(int cores, long memoryGigabytes, String kernel, double fsyncMillis, String load) {
    private static final int FSYNCS = 200;
    private static final int PAGE = 8_192;

    static Machine look(Path folder) throws IOException {
        String memory = Files.readAllLines(Path.of("/proc/meminfo")).getFirst().replaceAll("[^0-9]", "");
        String load = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                Math.round(Long.parseLong(memory) / 1024.0 / 1024.0),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                fsyncMillis(folder),
                load);
    }

    /** The median of appending a page and waiting for the disk, where the database's files are. */
    private static double fsyncMillis(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "fsync", null);
        long[] nanos = new long[FSYNCS];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < FSYNCS; i++) {
                long started = System.nanoTime();
                channel.write(ByteBuffer.allocate(PAGE));
                channel.force(false);
                nanos[i] = System.nanoTime() - started;
            }
        } finally {
            Files.delete(file);
        }
        Arrays.sort(nanos);
        return nanos[FSYNCS / 2] / 1e6;
    }

    static String commit(Path home) throws IOException, InterruptedException {
        String hash = git(home, "rev-parse", "--short", "HEAD");
        return git(home, "status", "--porcelain", "--untracked-files=no").isEmpty() ? hash : hash + "+";
    }

    private static String git(Path home, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", home.toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? said : "unknown";
    }

    String told() {
        return String.format(
                Locale.ROOT,
                "%d cores, %d GB memory, %s, fsync of a page %.2f ms (median), load average at the start %s",
                cores,
                memoryGigabytes,
                kernel,
                fsyncMillis,
                load);
    }
}

package io.braid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a process, with or without those below it, has used: read from {@code /proc}, so on Linux only. */
final class ProcessTree {
    /** Linux tells times in hundredths of a second, whatever the kernel's own tick. */
    private static final double MILLIS_PER_TICK = 10;

    /** Fields of {@code /proc/<pid>/stat} behind the name: user and system time, own and of children that ended. */
    private static final int OWN_TIME = 11;

    private static final int ENDED_CHILDREN_TIME = 13;

    private final long pid;
    private final boolean children;

    private ProcessTree(long pid, boolean children) {
        this.pid = pid;
        this.children = children;
    }

    static ProcessTree single(long pid) {
        return new ProcessTree(pid, false);
    }

    static ProcessTree withChildren(long pid) {
        return new ProcessTree(pid, true);
    }

    double cpuMillis() {
        if (!children) {
            return millis(pid, OWN_TIME);
        }
        double ended = millis(pid, ENDED_CHILDREN_TIME);
        List<Long> members = Stream.concat(
                        Stream.of(pid),
                        ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::descendants)
                                .map(ProcessHandle::pid))
                .toList();
        return ended + members.stream().mapToDouble(p -> millis(p, OWN_TIME)).sum();
    }

    private static double millis(long pid, int field) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[field]) + Long.parseLong(fields[field + 1])) * MILLIS_PER_TICK;
        } catch (IOException ended) {
            return 0;
        }
    }

    /** The most memory it ever held, in MB. */
    long peakMegabytes() throws IOException {
        try (Stream<String> status = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return status.filter(line -> line.startsWith("VmHWM:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                            .sum()
                    / 1024;
        }
    }
}

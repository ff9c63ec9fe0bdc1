package io.braid.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A page for each problem's name: written ones for the problems of the edge, a general one for every refusal of a
 * module, whose own detail says the rest. Read when first asked for.
 */
final class ProblemPages {
    private static final String SECTION = "\n## ";
    private static final String GENERAL = """
            The request was understood and refused under this name. The detail of the answer says which value was in \
            the way and what to do about it; errors, where present, names the places in the request. Nothing was changed.
            """;

    private final Supplier<List<String>> refusals;
    private volatile Map<String, String> pages = Map.of();

    /** The names of all refusals are asked for with the first page. */
    ProblemPages(Supplier<List<String>> refusals) {
        this.refusals = refusals;
    }

    Optional<String> find(String name) {
        if (pages.isEmpty()) {
            pages = read();
        }
        return Optional.ofNullable(pages.get(name));
    }

    private Map<String, String> read() {
        Map<String, String> pages = new HashMap<>();
        for (String name : refusals.get()) {
            pages.put(name, page(name, GENERAL));
        }
        for (String section : text().split(SECTION)) {
            int end = section.indexOf('\n');
            String name = section.substring(0, end).split(" ")[0];
            pages.put(name, page(section.substring(0, end).replace(name, Problem.title(name)), section.substring(end)));
        }
        return pages;
    }

    private static String page(String title, String text) {
        return "# " + title + "\n\n" + text.strip() + "\n";
    }

    private static String text() {
        try (InputStream in = ProblemPages.class.getResourceAsStream("/problems.md")) {
            if (in == null) {
                throw new IllegalStateException("there is no /problems.md on the class path");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf(SECTION) + SECTION.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

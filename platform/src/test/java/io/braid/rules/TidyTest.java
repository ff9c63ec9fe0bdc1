package io.braid.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Sources are in the house's language and shape. Each rule is seen to fail in {@link TidyFailsTest}. */
class TidyTest {
    /** Each record has a file of its own, so a module of many values has many files; see DECISIONS.md. */
    private static final int FILES_MAX = 80;

    /** One file per resource, with its bodies. */
    private static final String WIDE = "platform/src/main/java/io/braid/api";

    private static final int WIDE_FILES_MAX = 180;

    private static final Set<String> EXCEPTIONS = Set.of(
            // Hands on, as it was, what the framework's method declares to throw.
            "platform/src/main/java/io/braid/api/IdempotentAdapter.java: catches every exception",
            // A measurement says on which day it was taken.
            "bench/src/main/java/io/braid/bench/IntakeReport.java: the wall clock is read",
            "bench/src/main/java/io/braid/bench/RoutingReport.java: the wall clock is read");

    @Test
    void text_is_tidy() {
        assertTidy(Source.all(".java", ".sql"), TextRules::check);
    }

    @Test
    void names_in_sql_are_ours() {
        assertTidy(Source.all(".sql"), TextRules::sqlNames);
    }

    @Test
    void types_and_methods_are_tidy() {
        List<ParsedSource> parsed = ParsedSource.all(Source.all(".java"));
        Set<String> sealed = TreeRules.sealedCases(parsed);
        assertTidy(parsed, one -> TreeRules.check(one, sealed));
    }

    @Test
    void links_and_names_in_documents_resolve() {
        MarkdownRules rules = MarkdownRules.of(Source.all(".java"));
        assertTidy(Source.all(".md"), rules::check);
    }

    @Test
    void no_package_is_a_heap() {
        Map<String, Integer> files = new TreeMap<>();
        for (Source source : Source.all(".java")) {
            if (!source.isTest()) {
                files.merge(source.path().substring(0, source.path().lastIndexOf('/')), 1, Integer::sum);
            }
        }
        assertThat(files).isNotEmpty();
        assertThat(files)
                .allSatisfy((folder, count) -> assertThat(count)
                        .as("%s has %d files; split the module", folder, count)
                        .isLessThanOrEqualTo(folder.equals(WIDE) ? WIDE_FILES_MAX : FILES_MAX));
    }

    private static <T> void assertTidy(List<T> sources, Function<T, List<Violation>> rule) {
        assertThat(sources).as("files to look at").isNotEmpty();
        List<Violation> found = sources.stream()
                .flatMap(source -> rule.apply(source).stream())
                .filter(one -> !EXCEPTIONS.contains(one.file() + ": " + one.wrong()))
                .toList();
        assertThat(found)
                .withFailMessage(() -> found.size() + " violations:\n"
                        + String.join(
                                "\n", found.stream().map(Violation::toString).toList()))
                .isEmpty();
    }
}

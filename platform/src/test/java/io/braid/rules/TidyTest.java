package io.braid.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Sources are in the house's language and shape. Each rule is seen to fail in {@link TidyFailsTest}. */
class TidyTest {
    /** Records are files of their own, so a module of many values has many files; see DECISIONS.md. */
    private static final int FILES_MAX = 60;

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
        assertTidy(ParsedSource.all(Source.all(".java")), TreeRules::check);
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
                        .as("%s has %d files; split the module, the limit is %d", folder, count, FILES_MAX)
                        .isLessThanOrEqualTo(FILES_MAX));
    }

    private static <T> void assertTidy(List<T> sources, Function<T, List<Violation>> rule) {
        assertThat(sources).as("files to look at").isNotEmpty();
        List<Violation> found =
                sources.stream().flatMap(source -> rule.apply(source).stream()).toList();
        assertThat(found)
                .withFailMessage(() -> found.size() + " violations:\n"
                        + String.join(
                                "\n", found.stream().map(Violation::toString).toList()))
                .isEmpty();
    }
}

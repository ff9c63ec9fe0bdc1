package io.braid.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Modules use whom the map allows; the map is seen to refuse a planted house. */
class ModuleMapTest {
    private static final String PLANTED = """
        alpha | 2 | beta | asks
        beta  | 1 |      | answers
        """;

    @Test
    void every_module_uses_whom_the_map_allows_and_nobody_else() {
        List<String> found = ModuleMap.OURS.violations(Houses.ROOT, Houses.OURS);
        assertThat(found).withFailMessage(() -> String.join("\n", found)).isEmpty();
    }

    @Test
    void the_page_shows_the_map_that_is_tested() {
        Source page = Source.read(Source.root().resolve("ARCHITECTURE.md"));
        assertThat(page.text()).contains(ModuleMap.OURS.rendered());
    }

    @Test
    void a_house_that_keeps_to_its_map_is_accepted() {
        assertThat(planted(PLANTED)).isEmpty();
    }

    @Test
    void refuses_an_arrow_that_is_not_in_the_map() {
        assertThat(planted(PLANTED.replace("| 2 | beta |", "| 2 |  |")))
                .singleElement()
                .asString()
                .startsWith("alpha may not use beta: ")
                .contains("Asks")
                .endsWith("or widen the map on purpose");
    }

    @Test
    void refuses_a_module_that_is_not_in_the_map() {
        assertThat(planted(PLANTED.replace("beta  | 1 |      | answers", "")))
                .containsExactly("module beta is not in the map; give it a line, with whom it may use");
    }

    @Test
    void refuses_a_line_without_a_module() {
        assertThat(planted(PLANTED + "gamma | 0 | | nothing\n"))
                .containsExactly("module gamma is in the map and has no class; take its line out");
    }

    @Test
    void refuses_an_arrow_that_nobody_uses() {
        assertThat(planted(PLANTED.replace("beta  | 1 |      |", "beta  | 1 | alpha |")))
                .containsExactly("beta does not use [alpha]; take it out of the map");
    }

    @Test
    void refuses_a_public_type_more_than_the_map_counts() {
        assertThat(planted(PLANTED.replace("alpha | 2 |", "alpha | 1 |")))
                .containsExactly(
                        "alpha has 2 public types, the map says 1; hide the type, or change the number on purpose");
    }

    private static List<String> planted(String map) {
        return ModuleMap.parse(map).violations(Houses.PLANTED_ROOT, Houses.PLANTED);
    }
}

package io.braid.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule about sources and documents is seen to fail on a planted line, and to say where and what instead. */
class TidyFailsTest {
    private static final String HERE = "platform/src/main/java/io/braid/order/Planted.java";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Thread.sleep(10);                        | Thread.sleep
                    Instant at = Instant.now();              | the wall clock is read
                    var day = LocalDate.now(zone);           | the wall clock is read
                    long at = System.currentTimeMillis();    | the wall clock is read
                    @Disabled void later() {}                | a test that sleeps
                    try { x(); } catch (Exception e) {}      | catches every exception
                    double unitCost = 1;                     | money in a binary fraction
                    // TO_DO later                           | unfinished work without a decision's number
                    // FIX_ME                                | broken work
                    String sql = "SELECT_ALL from orders";   | every column is asked for
                    e.printStackTrace();                     | a stack trace on the console
                    """)
    void banned_text_is_named_with_its_line(String line, String wrong) {
        String text = "\n" + unmasked(line) + "\n";
        assertThat(TextRules.check(new Source(HERE, text))).singleElement().satisfies(found -> {
            assertThat(found.toString()).startsWith(HERE + ":2: " + wrong + "; ");
            assertThat(found.instead()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    // Instant.now( is not to be called
                    String advice = "do not call Thread.sleep";
                    select * from unnest(:numbers::bigint[])
                    // TO_DO D12
                    double distanceKm = 1;
                    """)
    void speaking_of_it_is_allowed(String line) {
        assertThat(TextRules.check(new Source(HERE, unmasked(line)))).isEmpty();
    }

    @Test
    void long_lines_and_long_files_are_named() {
        assertThat(TextRules.check(new Source(HERE, "x".repeat(121))))
                .extracting(Violation::toString)
                .containsExactly(HERE + ":1: the line has 121 columns; break it at 120");
        assertThat(TextRules.check(new Source(HERE, "x\n".repeat(301))))
                .extracting(Violation::toString)
                .containsExactly(HERE + ":301: the file has 301 lines; split it by subject; the limit is 300");
    }

    @Test
    void lost_words_in_sql_are_named() {
        Source sql = new Source("a.sql", "-- the vendor's node\nselect node_id from supplier_site where x = 'NODE'");
        assertThat(TextRules.sqlNames(sql))
                .extracting(Violation::toString)
                .containsExactly(
                        "a.sql:2: a word of another language; we do not say node, say location",
                        "a.sql:2: a word of another language; we do not say site, say location");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    class OrderManager {}                          | without the ending Manager
                    class AbstractOrder {}                         | without Abstract, Default or I in front
                    interface IOrder {}                            | without Abstract, Default or I in front
                    class OrderServiceImpl {}                      | without the ending Impl
                    record NodeCode(String text) {}                | we do not say node, say location
                    class StockError {}                            | refusal
                    record Order(String facility) {}               | we do not say facility, say location
                    class Order { int dispatchedBy() { return 1; } int dispatch; } | we do not say dispatch, say ship notice
                    class Order { String getName() { return ""; } } | without get or set
                    class Order { void f(int a, int b, int c, int d, int e, int f) {} } | make a record of them
                    public class Order { public void ship(boolean all) {} } | make two methods or an enum
                    class Order { int f(Object o) { return switch (o) { case Move.Up u -> 1; default -> 2; }; } sealed interface Move { record Up() implements Move {} } } | write every case
                    class Order { @Test void shipsWell() {} }      | a sentence in snake case
                    """)
    void shapes_and_names_are_told(String code, String instead) {
        assertThat(tree("/** Said. */\n" + code))
                .singleElement()
                .satisfies(found ->
                        assertThat(found.toString()).startsWith(HERE + ":2: ").contains(instead));
    }

    @Test
    void long_methods_second_types_and_missing_comments_are_named() {
        String body = "x();\n".repeat(39);
        assertThat(tree("/** Said. */ class Order {\nvoid f() {\n" + body + "}\n}"))
                .extracting(Violation::toString)
                .containsExactly(HERE + ":2: the method f has 41 lines; split it; the limit is 40");
        assertThat(tree("/** Said. */ class Order {}\n/** Said. */ class Line {}"))
                .extracting(Violation::wrong)
                .containsExactly("a second type in the file");
        assertThat(tree("class Order {}")).extracting(Violation::wrong).containsExactly("a type without a comment");
    }

    @Test
    void good_code_is_left_alone() {
        assertThat(tree("""
                        /** Said. */
                        public record Order(int a, int b, int c, int d, int e, int f, boolean gift) {
                            public Order(int a, int b, int c, int d, int e, int f, boolean gift) {}
                            @Override public boolean getNothing(boolean x) { return x; }
                            @Test void ships_well() {}
                            int f(String s) { return switch (s) { case "a" -> 1; default -> 2; }; }
                        }
                        """)).isEmpty();
    }

    @Test
    void dead_links_and_names_in_documents_are_named() {
        MarkdownRules rules = MarkdownRules.of(List.of(new Source(HERE, "record Planted() { x(\"OrderPlaced\"); }")));
        String page = """
                See [this](nowhere.md), [that](#no-heading) and `GoneType`.
                ## A heading
                [Here](#a-heading), `Planted`, `Planted.text()`, `OrderPlaced`, `Instant`, [w](https://e.x)
                ```
                `GoneType` [x](nowhere.md)
                ```
                """;
        assertThat(rules.check(new Source("PLANTED.md", page)))
                .extracting(Violation::toString)
                .containsExactly(
                        "PLANTED.md:1: the link nowhere.md leads nowhere; correct or remove it",
                        "PLANTED.md:1: the link #no-heading leads nowhere; correct or remove it",
                        "PLANTED.md:1: `GoneType` is no type of ours; write the name of today");
    }

    /** The rules read this file too. */
    private static String unmasked(String line) {
        return line.replace("TO_DO", "TO" + "DO")
                .replace("FIX_ME", "FIX" + "ME")
                .replace("SELECT_ALL", "SELECT" + " *");
    }

    private static List<Violation> tree(String code) {
        List<ParsedSource> parsed = ParsedSource.all(List.of(new Source(HERE, code)));
        return TreeRules.check(parsed.getFirst(), TreeRules.sealedCases(parsed));
    }
}

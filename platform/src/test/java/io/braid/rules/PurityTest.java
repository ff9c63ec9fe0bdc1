package io.braid.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words that must not occur in some places at all. Each search is seen to find what it looks for elsewhere. */
class PurityTest {
    private static final Pattern VENDOR = Pattern.compile("(?i)vendor");
    private static final Pattern SELLING = Pattern.compile("(?i)unit_price|customer_email|selling");
    private static final Pattern VENDOR_READ = Pattern.compile("VendorScope|VendorReads");

    @Test
    void the_engine_cannot_tell_whose_a_location_is() {
        assertThat(lines(source -> source.path().startsWith("routing/src/main/"), VENDOR))
                .as("routing must not know the word; give the candidate an attribute instead")
                .isEmpty();
        assertThat(lines(source -> source.path().startsWith("platform/src/main/"), VENDOR))
                .isNotEmpty();
    }

    @Test
    void there_is_no_parallel_system() {
        List<Source> sources = Source.all(".java", ".sql");
        assertThat(sources)
                .filteredOn(source -> source.path().toLowerCase(Locale.ROOT).contains("dropship"))
                .as("dropship is what happens when a vendor's location wins the routing: no package, no file")
                .isEmpty();
        assertThat(sources)
                .filteredOn(source -> source.path().toLowerCase(Locale.ROOT).contains("shipment"))
                .isNotEmpty();
    }

    @Test
    void statements_about_vendors_documents_name_no_selling_price() {
        Predicate<Source> vendorSide = source -> Stream.of("fulfillment", "invoice", "pricing", "vendor")
                .anyMatch(module -> source.path().contains("/resources/sql/" + module + "/"));
        assertThat(lines(vendorSide, SELLING))
                .as("a vendor's side reads unit_cost; take the column out")
                .isEmpty();
        assertThat(lines(source -> source.path().contains("/resources/sql/order/"), SELLING))
                .isNotEmpty();
    }

    @Test
    void what_vendors_are_answered_is_read_as_the_vendor() {
        List<String> files = Source.all(".java").stream()
                .filter(source -> source.path().contains("/src/main/"))
                .filter(source -> VENDOR_READ.matcher(source.text()).find())
                .map(Source::path)
                .toList();
        assertThat(files)
                .as("reads in a vendor's name take a VendorScope and go through VendorReads")
                .anyMatch(path -> path.contains("/fulfillment/"))
                .anyMatch(path -> path.contains("/invoice/"));
    }

    private static List<String> lines(Predicate<Source> where, Pattern what) {
        List<Source> sources = Source.all(".java", ".sql", ".properties", ".xml").stream()
                .filter(where)
                .toList();
        assertThat(sources).as("files to look at").isNotEmpty();
        return sources.stream()
                .flatMap(source -> {
                    List<String> lines = source.lines();
                    return IntStream.range(0, lines.size())
                            .filter(i -> what.matcher(lines.get(i)).find())
                            .mapToObj(i -> source.path() + ":" + (i + 1) + ": "
                                    + lines.get(i).strip());
                })
                .toList();
    }
}

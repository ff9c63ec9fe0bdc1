package io.braid.api;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A vendor's file that would take most of its stock away is asked about before it is applied. */
class HeldFeedTest {
    private static final int PRODUCTS = 12;

    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final World world = World.in(braid);
    private final String acme = world.vendor("acme");
    private final String memphis = world.vendorLocation(acme, "MEM", "38118");
    private final String key = world.vendorKey(acme);
    private List<String> skus = List.of();

    @BeforeEach
    void twelve_products_are_stocked() {
        skus = IntStream.range(0, PRODUCTS)
                .mapToObj(i -> world.product("P" + i))
                .toList();
        skus.forEach(sku -> world.item(acme, sku, "1.00"));
        done(feed("FULL", file(PRODUCTS, 5), ""));
    }

    private String file(int rows, int units) {
        StringBuilder file = new StringBuilder("sku,onHand\n");
        skus.subList(0, rows)
                .forEach(sku -> file.append(sku).append(',').append(units).append('\n'));
        return file.toString();
    }

    private Answer feed(String mode, String file, String confirm) {
        return braid.send(braid.request(
                        "/api/v1/vendor/inventory/feeds?location=" + memphis + "&mode=" + mode
                                + (confirm.isEmpty() ? "" : "&confirm=" + confirm),
                        key)
                .setHeader("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(file)));
    }

    private long stocked() {
        return braid.get("/api/v1/inventory?limit=200&location=" + memphis)
                .json()
                .at("/items")
                .valueStream()
                .filter(position -> position.at("/onHand").asInt() > 0)
                .count();
    }

    @Test
    void a_full_file_that_was_cut_short_changes_nothing_until_it_is_confirmed() {
        Answer held = feed("FULL", file(3, 9), "");

        BadInputTest.assertProblem(held, 409, "feed-held");
        assertThat(held.text("/detail")).contains("9 of 12 stocked positions", "send the same file again");
        assertThat(stocked()).isEqualTo(PRODUCTS);
        assertThat(world.position(memphis, skus.getFirst()).text("/items/0/onHand"))
                .as("not a row of it")
                .isEqualTo("5");
        BadInputTest.assertProblem(feed("FULL", file(2, 9), held.text("/confirmation")), 409, "feed-held");

        Answer taken = done(feed("FULL", file(3, 9), held.text("/confirmation")));
        assertThat(taken.text("/zeroed")).isEqualTo("9");
        assertThat(stocked()).isEqualTo(3);
    }

    @Test
    void rows_of_zeros_are_held_as_well_and_what_empties_little_is_applied_at_once() {
        BadInputTest.assertProblem(feed("INCREMENTAL", file(7, 0), ""), 409, "feed-held");
        assertThat(stocked()).isEqualTo(PRODUCTS);
        done(feed("INCREMENTAL", file(6, 0), ""));
        assertThat(stocked()).isEqualTo(6);
        done(feed("FULL", file(1, 1), ""));
        assertThat(stocked()).as("of few positions nobody is asked").isEqualTo(1);
    }
}

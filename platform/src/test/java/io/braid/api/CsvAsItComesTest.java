package io.braid.api;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** CSV files as spreadsheets write them and people make them: taken where they are plain, told where they are not. */
class CsvAsItComesTest {
    private static final String TABLES = "/api/v1/routing/tables/";

    private final BraidUnderTest braid = BraidUnderTest.shared();
    private World world;
    private String here;
    private String mug;

    @BeforeEach
    void network() {
        world = World.in(braid);
        mug = world.product("MUG");
        here = world.warehouse("HERE", "38103");
    }

    private Answer upload(String path, String csv) {
        HttpRequest.Builder request = braid.request(path + "/import", BraidUnderTest.OPERATOR_KEY)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(csv));
        return braid.send(request);
    }

    private String table(String keyedBy, String valueType) {
        String table = world.named(keyedBy.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        done(braid.put(TABLES + table, Map.of("keyedBy", keyedBy, "valueType", valueType)));
        return TABLES + table;
    }

    @Test
    void truth_and_headers_are_read_as_spreadsheets_write_them() {
        String table = table("LOCATION", "BOOLEAN");

        Answer answer = done(upload(table, "Location,VALUE\r\n" + here + ",TRUE\r\n"));

        assertThat(answer.json().at("/created").asInt()).isEqualTo(1);
        assertThat(braid.get(table + "/rows").text("/items/0/value")).isEqualTo("true");
        assertThat(upload(table, "Location,location,value\n").status()).isEqualTo(422);
    }

    @Test
    void a_feed_s_header_may_be_capitalised_otherwise() {
        HttpRequest.Builder feed = braid.request(
                        "/api/v1/inventory/feeds?location=" + here, BraidUnderTest.OPERATOR_KEY)
                .setHeader("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString("SKU,OnHand\n" + mug + ",4\n"));

        assertThat(done(braid.send(feed)).json().at("/applied").asInt()).isEqualTo(1);
        assertThat(world.position(here, mug).text("/items/0/onHand")).isEqualTo("4");
    }

    @Test
    void unknown_locations_and_products_are_taken_and_told() {
        String table = table("LOCATION_AND_PRODUCT", "NUMBER");

        Answer answer = done(upload(
                table,
                "location,sku,value\n" + here + "," + mug + ",1\nNOWHERE," + mug + ",2\n" + here + ",NOTHING,3\n"));

        assertThat(answer.json().at("/created").asInt()).isEqualTo(3);
        assertThat(answer.json().at("/warnings").toString())
                .isEqualTo("[{\"line\":3,\"reason\":\"there is no location NOWHERE today\"},"
                        + "{\"line\":4,\"reason\":\"there is no product NOTHING today\"}]");
    }

    @Test
    void a_second_line_of_one_key_counts_and_is_told_when_it_says_something_else() {
        String table = table("LOCATION", "NUMBER");

        Answer answer = done(upload(table, "location,value\n" + here + ",1\n" + here + ",1\n" + here + ",2\n"));

        assertThat(answer.json().at("/created").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/unchanged").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/updated").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/warnings").size()).isEqualTo(1);
        assertThat(answer.json().at("/warnings/0/line").asInt()).isEqualTo(4);
        assertThat(answer.text("/warnings/0/reason")).startsWith("line 3 of this file said something else");
        assertThat(braid.get(table + "/rows").text("/items/0/value")).isEqualTo("2");
        assertThat(done(upload(table, "location,value\n" + here + ",5\n"))
                        .json()
                        .at("/warnings")
                        .size())
                .isZero();
    }

    @Test
    void calendars_are_told_in_the_words_they_are_imported_with() {
        String all = braid.get("/api/v1/carriage/calendars?limit=500").body();
        assertThat(all).contains("\"pickupDays\":[\"MON\",\"TUE\",").doesNotContain("MONDAY");
    }
}

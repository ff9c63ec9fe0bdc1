package io.braid.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import java.net.http.HttpRequest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files of counts, over HTTP. */
class FeedsHttpTest {
    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final Shelves shelves = Shelves.of(braid);
    private final String memphis = shelves.location("MEM", null, 35.1, -90.0);

    @Test
    void a_feed_answers_what_became_of_its_rows() {
        String table = "sku,onHand\n" + shelves.sku(0) + ",5\n" + shelves.sku(1) + ",-5\nNONE,1\n";

        Answer taken = feed("location=" + memphis, "text/csv; charset=utf-8", table);

        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(taken.text("/state")).isEqualTo("DONE");
        assertThat(taken.text("/mode")).isEqualTo("INCREMENTAL");
        assertThat(taken.text("/rowsRead")).isEqualTo("3");
        assertThat(taken.text("/applied")).isEqualTo("1");
        assertThat(taken.text("/refused")).isEqualTo("2");
        assertThat(taken.text("/faults/1/line")).isEqualTo("4");
        assertThat(taken.text("/faults/1/reason")).isEqualTo("there is no product NONE");
        String place = "/api/v1/inventory/feeds/" + taken.text("/id");
        assertThat(braid.get(place).body()).isEqualTo(taken.body());
        Answer page = braid.get(place + "/faults?limit=1");
        assertThat(page.text("/items/0/line")).isEqualTo("3");
        assertThat(braid.get(place + "/faults?limit=1&cursor=" + page.text("/nextCursor"))
                        .text("/items/0/line"))
                .isEqualTo("4");
    }

    @Test
    void the_same_file_is_a_repetition_unless_some_of_it_was_refused() {
        String whole = "sku,onHand\n" + shelves.sku(0) + ",5\n";
        feed("location=" + memphis, "text/csv", whole);
        assertThat(feed("location=" + memphis, "text/csv", whole).text("/repeated"))
                .isEqualTo("true");
        World world = World.in(braid);
        String late = world.named("LATE");
        String early = whole + late + ",7\n";
        assertThat(feed("location=" + memphis, "text/csv", early).text("/refused"))
                .isEqualTo("1");

        assertThat(world.product("LATE")).isEqualTo(late);
        Answer again = feed("location=" + memphis, "text/csv", early);

        assertThat(again.text("/repeated")).isEqualTo("false");
        assertThat(again.text("/refused")).isEqualTo("0");
        assertThat(braid.get("/api/v1/inventory?sku=" + late).text("/items/0/onHand"))
                .isEqualTo("7");
    }

    @Test
    void a_full_feed_of_json_lines_zeroes_the_rest() {
        feed("location=" + memphis, "text/csv", "sku,onHand\n" + shelves.sku(0) + ",5\n" + shelves.sku(1) + ",5\n");

        Answer taken = feed(
                "location=" + memphis + "&mode=FULL",
                "application/x-ndjson",
                "{\"sku\":\"" + shelves.sku(1) + "\",\"onHand\":6}\n");

        assertThat(taken.text("/zeroed")).as(taken.body()).isEqualTo("1");
        assertThat(braid.get("/api/v1/inventory?sku=" + shelves.sku(0)).text("/items/0/onHand"))
                .isEqualTo("0");
        assertThat(braid.get("/api/v1/inventory?sku=" + shelves.sku(1)).text("/items/0/source"))
                .isEqualTo("NDJSON");
    }

    @Test
    void what_cannot_be_a_feed_is_refused() {
        String table = "sku,onHand\n";
        assertThat(feed("location=" + memphis, "application/json", table).status())
                .isEqualTo(415);
        assertThat(feed("location=NOWHERE", "text/csv", table).status()).isEqualTo(404);
        assertThat(feed("mode=FULL", "text/csv", table).text("/errors/0/pointer"))
                .isEqualTo("/location");
        assertThat(feed("location=" + memphis + "&mode=ALL", "text/csv", table).text("/errors/0/pointer"))
                .isEqualTo("/mode");
        assertThat(feed("location=" + memphis + "&asOf=now", "text/csv", table).status())
                .isEqualTo(422);
        assertThat(feed("location=" + memphis + "&asOf=2030-01-01T00:00:00Z", "text/csv", table)
                        .text("/type"))
                .isEqualTo("/problems/count-out-of-time");
        assertThat(feed("location=" + memphis, "text/csv", "a,b\n").text("/type"))
                .isEqualTo("/problems/feed-unreadable");
        assertThat(feed("location=" + memphis, "text/csv", "").status()).isEqualTo(422);
        assertThat(braid.get("/api/v1/inventory/feeds/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(braid.get("/api/v1/inventory/feeds/x/faults").status()).isEqualTo(404);
    }

    private Answer feed(String parameters, String contentType, String body) {
        return braid.send(braid.request("/api/v1/inventory/feeds?" + parameters, BraidUnderTest.OPERATOR_KEY)
                .setHeader("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}

package io.braid.api;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days and moments beyond any business are told to the caller at their place, wherever they come in. */
class DateBoundsTest {
    private static final String FILE = "vendorSku,upc,unitCost,currency,validFrom,validTo,discontinuedOn\n";

    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final World world = World.in(braid);
    private final String acme = world.vendor("acme");
    private final String key = world.vendorKey(acme);
    private final String mug = world.product("MUG");
    private final String items = "/api/v1/vendors/" + acme + "/items";

    @ParameterizedTest
    @ValueSource(strings = {"-9999-01-01", "-0001-12-31", "1999-12-31", "2200-01-01", "2999-01-01", "+99999-01-01"})
    void a_day_beyond_our_time_is_refused_at_its_place(String day) {
        for (String field : List.of("validFrom", "validTo", "discontinuedOn")) {
            refused(braid.post(items, offer(field, day)), "/" + field, day);
            refused(braid.post("/api/v1/vendor/proposals", offer(field, day), key), "/" + field, day);
        }
        world.item(acme, mug, "7.25");
        Map<String, Object> edit = Map.of("vendorSku", "A-1", "discontinuedOn", day);
        refused(braid.put(items + "/" + mug, edit), "/discontinuedOn", day);
        refused(
                braid.post("/api/v1/vendor/locations", Map.of("code", "HERE", "holidays", List.of(day)), key),
                "/holidays/0",
                day);
        refused(braid.post("/api/v1/vendor/sent-invoices", Map.of("number", "V-1", "date", day), key), "/date", day);
        refused(
                braid.send(braid.request(
                                "/api/v1/vendor/documents/insurance/versions?name=Note&expiresOn="
                                        + URLEncoder.encode(day, StandardCharsets.UTF_8),
                                key)
                        .setHeader("Content-Type", "application/pdf")
                        .POST(BodyPublishers.ofString("%PDF-1.4"))),
                "/expiresOn",
                day);
    }

    @Test
    void a_line_with_such_a_day_harms_no_other_line() {
        String upc = braid.get("/api/v1/products/" + mug).text("/upc");
        String file = FILE
                + "A-1," + upc + ",7.25,USD,2026-01-01,,\n"
                + "A-1," + upc + ",7.25,USD,-9999-01-01,,\n"
                + "A-1," + upc + ",7.25,USD,2027-01-01,+99999-01-01,\n"
                + "A-1," + upc + ",7.25,USD,2027-01-01,,2999-01-01\n";

        for (String path : List.of("/api/v1/vendor/proposals/import", items + "/import")) {
            Answer report =
                    done(braid.send(braid.request(path, path.startsWith(items) ? BraidUnderTest.OPERATOR_KEY : key)
                            .setHeader("Content-Type", "text/csv")
                            .POST(BodyPublishers.ofString(file))));

            assertThat(report.text("/created")).as(report.body()).isEqualTo("1");
            assertThat(report.json().at("/refused").findValuesAsString("line")).containsExactly("3", "4", "5");
            assertThat(report.body()).contains("validFrom: -9999-01-01 is not between 2000-01-01 and 2199-12-31");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-9999-01-01T00:00:00Z",
                "1999-12-31T23:59:59Z",
                "2200-01-01T00:00:00Z",
                "+9999999-01-01T00:00:00Z"
            })
    void a_moment_beyond_our_time_is_refused_at_its_place(String moment) {
        String asked = URLEncoder.encode(moment, StandardCharsets.UTF_8);
        refused(braid.get("/api/v1/journal?from=" + asked), "/from", moment);
        Map<String, Object> order = world.orderFor(mug, 1);
        order.put("placedAt", moment);
        refused(braid.post("/api/v1/orders", order), "/placedAt", moment);
        refused(
                braid.post("/api/v1/api-keys", Map.of("name", "k", "scopes", List.of("*"), "expiresAt", moment)),
                "/expiresAt",
                moment);
        Map<String, Object> down = Map.of("from", "2026-12-01T00:00:00Z", "to", moment, "reason", "Stocktaking");
        refused(
                braid.post("/api/v1/vendor/locations", Map.of("code", "HERE", "downtimes", List.of(down)), key),
                "/downtimes/0/to",
                moment);
    }

    private Map<String, Object> offer(String field, String day) {
        Map<String, Object> offer = new HashMap<>(
                Map.of("vendorSku", "A-1", "sku", mug, "unitCost", World.usd("1"), "validFrom", "2026-12-01"));
        offer.put(field, day);
        return offer;
    }

    private static void refused(Answer answer, String pointer, String given) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().at("/errors").findValuesAsString("pointer"))
                .as(answer.body())
                .contains(pointer);
        assertThat(answer.body()).contains(given + " is not between 2000-01-01");
    }
}

package io.braid.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import io.braid.store.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Locations and postal codes, over HTTP. */
class LocationsHttpTest {
    private static final String LOCATIONS = "/api/v1/locations";

    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final World world = World.in(braid);

    @Test
    void what_was_sent_is_read_back_with_the_coordinates_of_its_postal_code() {
        Map<String, Object> store = store("ST");

        Answer created = braid.post(LOCATIONS, store);

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String place = created.header("Location");
        assertThat(place).isEqualTo(LOCATIONS + "/" + world.named("ST"));
        Answer read = braid.get(place);
        assertThat(read.body()).isEqualTo(created.body());
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.json().at("/latitude").asDouble()).isBetween(34.9, 35.2);
        assertThat(read.text("/operatingHours/0/day")).isEqualTo("MON");
        assertThat(read.text("/operatingHours/1/day")).isEqualTo("TUE");
        assertThat(read.text("/holidays/0")).isEqualTo("2026-12-25");
        assertThat(read.text("/cutOff")).isEqualTo("16:00");
        assertThat(read.text("/vendor")).isEmpty();
    }

    @Test
    void changes_are_made_at_the_version_seen_and_what_changes_nothing_is_none() {
        Map<String, Object> store = store("CH");
        String place = braid.post(LOCATIONS, store).header("Location");
        assertThat(braid.put(place, store).text("/version")).isEqualTo("1");

        store.put("dailyCapacity", 3);
        store.put("expectedVersion", 1);
        Answer changed = braid.put(place, store);
        assertThat(changed.text("/version")).as(changed.body()).isEqualTo("2");
        Answer stale = braid.put(place, store);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text("/currentVersion")).isEqualTo("2");
        assertThat(braid.get(place).text("/dailyCapacity")).isEqualTo("3");

        assertThat(braid.post(LOCATIONS, store("CH")).text("/type")).isEqualTo("/problems/location-code-taken");
        store.put("code", "ELSE");
        assertThat(braid.put(place, store).text("/errors/0/pointer")).isEqualTo("/code");
        assertThat(braid.get(LOCATIONS + "/" + world.named("NONE")).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timeZone         | '\"Mars/Olympus\"'  | 422 | /timeZone",
                "timeZone         | '\"+01:00\"'        | 422 | /timeZone",
                "cutOff           | '\"24:00\"'         | 422 | /cutOff",
                "cutOff           | '\"9:00\"'          | 422 | /cutOff",
                "holidays         | '[\"2026-02-30\"]'  | 422 | /holidays/0",
                "holidays         | '[null]'            | 422 | /holidays/0",
                "operatingHours   | '[{\"day\":\"FUN\",\"open\":\"08:00\",\"close\":\"17:00\"}]' | 422 | /operatingHours/0/day",
                "operatingHours   | '[{\"day\":\"MON\",\"open\":\"8\",\"close\":\"17:00\"}]'     | 422 | /operatingHours/0/open",
                "operatingHours   | '[{\"day\":\"MON\",\"open\":\"08:00\"}]'                     | 422 | /operatingHours/0/close",
                "operatingHours   | '[{\"day\":\"MON\",\"open\":\"08:00\",\"close\":\"17:00\"},"
                        + "{\"day\":\"MON\",\"open\":\"16:00\",\"close\":\"20:00\"}]'"
                        + " | 422 | /operatingHours/1",
                "operatingHours   | '[{\"day\":\"SUN\",\"open\":\"22:00\",\"close\":\"06:00\"},"
                        + "{\"day\":\"MON\",\"open\":\"05:00\",\"close\":\"09:00\"}]'"
                        + " | 422 | /operatingHours/1",
                "latitude         | 35.1                | 422 | /longitude",
                "kind             | '\"PALACE\"'        | 422 | /kind",
                "kind             | '\"VENDOR\"'        | 422 | /vendor",
                "vendor           | '\"nobody-here\"'   | 422 | /vendor",
                "fulfillmentTypes | '[\"TELEPORT\"]'    | 422 | /fulfillmentTypes/0",
                "fulfillmentTypes | '[]'                | 422 | /fulfillmentTypes",
                "dailyCapacity    | -1                  | 422 | /dailyCapacity",
                "freshnessHours   | 0                   | 422 | /freshnessHours",
                "address          | null                | 422 | /address",
                "surprise         | 1                   | 400 | /surprise",
            })
    void each_bad_value_is_refused_at_its_place(String field, String value, int status, String pointer) {
        Map<String, Object> bad = store("BAD");
        bad.remove(field);
        String rest = Json.write(bad);

        Answer refused =
                braid.post(LOCATIONS, rest.substring(0, rest.length() - 1) + ",\"" + field + "\":" + value + "}");

        assertThat(refused.status()).as(refused.body()).isEqualTo(status);
        assertThat(refused.text("/errors/0/pointer")).as(refused.body()).isEqualTo(pointer);
        assertThat(braid.get(LOCATIONS + "/" + world.named("BAD")).status()).isEqualTo(404);
    }

    @Test
    void another_countrys_postal_codes_are_loaded_and_then_known() {
        Map<String, Object> shop = store("DE");
        shop.put("address", address("10115", "QQ"));
        Answer unknown = braid.post(LOCATIONS, shop);
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text("/type")).isEqualTo("/problems/unknown-postal-code");
        assertThat(unknown.text("/detail")).contains("QQ 10115").contains("/geo/postal-codes/import");

        String file = """
                country,code,place,region,latitude,longitude
                QQ,10115,Berlin,BE,52.5323,13.3846
                QQ,,Nowhere,BE,1,1
                QQ,10117,Berlin,BE,95,13
                """;
        Answer report = upload(file);
        assertThat(report.text("/created")).as(report.body()).isEqualTo("1");
        assertThat(report.text("/refusedCount")).isEqualTo("2");
        assertThat(upload(file).text("/unchanged")).isEqualTo("1");
        assertThat(upload(file.replace("13.3846", "13.5")).text("/updated")).isEqualTo("1");
        assertThat(braid.post(LOCATIONS, shop).text("/longitude")).isEqualTo("13.5");
    }

    private Answer upload(String file) {
        return braid.send(braid.request("/api/v1/geo/postal-codes/import", BraidUnderTest.OPERATOR_KEY)
                .setHeader("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(file.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void a_vendors_location_stays_its_vendors_and_is_listed_by_it() {
        String acme = world.vendor("acme");
        String bolt = world.vendor("bolt");
        Map<String, Object> shed = store("VD");
        shed.put("kind", "VENDOR");
        shed.put("vendor", acme);
        shed.put("groups", List.of(world.named("G")));
        String place = World.done(braid.post(LOCATIONS, shed)).header("Location");
        shed.put("vendor", bolt);
        Answer moved = braid.put(place, shed);
        assertThat(moved.status()).isEqualTo(409);
        assertThat(moved.text("/type")).isEqualTo("/problems/ownership-is-fixed");

        assertThat(codes("?vendor=" + acme)).containsExactly(world.named("VD"));
        assertThat(codes("?vendor=" + bolt)).isEmpty();
        assertThat(codes("?group=" + world.named("G"))).containsExactly(world.named("VD"));
        assertThat(codes("?group=" + world.named("G") + "&active=false")).isEmpty();
        assertThat(codes("?vendor=" + acme + "&kind=STORE")).isEmpty();
        assertThat(braid.get(LOCATIONS + "?kind=PALACE").status()).isEqualTo(422);
    }

    private List<String> codes(String query) {
        return braid.get(LOCATIONS + query).json().at("/items").findValuesAsString("code");
    }

    private Map<String, Object> store(String name) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", world.named(name));
        body.put("name", "Store " + name);
        body.put("kind", "STORE");
        body.put("timeZone", "America/Chicago");
        body.put(
                "operatingHours",
                List.of(
                        Map.of("day", "MON", "open", "08:00", "close", "17:00"),
                        Map.of("day", "TUESDAY", "open", "22:00", "close", "06:00")));
        body.put("holidays", List.of("2026-12-25"));
        body.put("cutOff", "16:00");
        body.put("fulfillmentTypes", List.of("SHIP", "PICKUP"));
        body.put("attributes", Map.of("hazmat", true));
        body.put("address", address("38103-1234", "US"));
        return body;
    }

    private static Map<String, String> address(String postalCode, String country) {
        return Map.of(
                "name", "Store",
                "line1", "1 Main St",
                "city", "Memphis",
                "region", "TN",
                "postalCode", postalCode,
                "country", country);
    }
}

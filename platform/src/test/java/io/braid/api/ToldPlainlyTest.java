package io.braid.api;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusals say what to do in words for whoever reads them, and the vendor guide's bodies do what it says. */
class ToldPlainlyTest {
    private static final Pattern BODY = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final World world = World.in(braid);
    private final String acme = world.vendor("acme");
    private final String key = world.vendorKey(acme);

    private Answer purchaseOrder() {
        String mug = world.product("MUG");
        String lamp = world.product("LAMP");
        String shelf = world.vendorLocation(acme, "SHELF", "38103");
        for (String sku : List.of(mug, lamp)) {
            world.item(acme, sku, "7.25");
            world.stock(shelf, sku, 10);
        }
        world.activate(acme);
        return world.place(mug, 3, lamp, 2);
    }

    @Test
    void the_vendor_guides_acknowledgement_and_ship_notice_do_what_it_says() throws Exception {
        String number = purchaseOrder().text("/shipments/0/shipmentNumber");
        String order = "/api/v1/vendor/purchase-orders/" + number;
        List<String> bodies = BODY.matcher(Files.readString(Path.of("..", "docs", "vendor-guide.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(bodies).hasSize(2);

        Answer empty = braid.post(order + "/acknowledgement", "{}", key);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text("/errors/0/pointer")).isEqualTo("/lines");
        assertThat(empty.text("/errors/0/detail")).contains("{\"acceptRest\":true}");
        Answer acknowledged = done(braid.post(order + "/acknowledgement", bodies.get(0), key));
        assertThat(acknowledged.text("/state")).isEqualTo("ACKNOWLEDGED");
        Answer shipped = done(braid.post(order + "/ship-notices", bodies.get(1), key));
        assertThat(shipped.text("/state")).isEqualTo("SHIPPED");
    }

    @Test
    void all_faults_of_a_document_set_are_told_at_once() {
        Map<String, Object> twice = Map.of("code", "w9", "title", "T", "instructions", "I", "required", true);
        Answer refused = braid.put(
                "/api/v1/vendor-documents/requirements",
                Map.of("requirements", List.of(Map.of("code", "W 9"), twice, twice, Map.of("code", "ok"))));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors").findValuesAsString("pointer"))
                .contains(
                        "/requirements/0/code",
                        "/requirements/0/title",
                        "/requirements/2/code",
                        "/requirements/3/title",
                        "/requirements/3/required");
    }

    @Test
    void shipping_cannot_be_due_before_acknowledging() {
        Map<String, Object> policy =
                new HashMap<>(Map.of("name", world.named("odd"), "vendor", acme, "measure", "CALENDAR"));
        policy.put("acknowledge", Map.of("withinHours", 9));
        policy.put("ship", Map.of("withinHours", 1));
        Answer refused = braid.put("/api/v1/sla/policies", Map.of("policies", List.of(policy)));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/policies/0/ship/withinHours");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {
                "vendorSku;sku;unitCost;currency;validFrom   / separated by ';', not by commas",
                "vendorSku\tsku\tunitCost                    / separated by a tab, not by commas",
                "vendorSku,upc,unitCost,currency,\"validFrom  / a quote (\") is opened there and never closed",
            })
    void a_header_that_does_not_fit_is_told_in_words_for_whoever_saved_the_file(String header, String told) {
        Answer refused = upload(header + "\nA,B,1,USD,2026-01-01\n");

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.text("/type")).isEqualTo("/problems/bad-csv-header");
        assertThat(refused.text("/detail")).contains(told);
    }

    @Test
    void a_quote_that_never_closes_is_told_at_its_line() {
        Answer report = upload("vendorSku,upc,unitCost,currency,validFrom\nA-1,\"00012345600012,1,USD,2026-01-01\n");

        assertThat(report.text("/refused/0/line")).as(report.body()).isEqualTo("2");
        assertThat(report.text("/refused/0/reason")).contains("a quote (\") is opened there and never closed");
    }

    private Answer upload(String file) {
        return braid.send(braid.request("/api/v1/vendor/proposals/import", key)
                .setHeader("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(file)));
    }

    @Test
    void an_address_of_the_profile_without_a_name_carries_the_companys() {
        Map<String, Object> address =
                Map.of("line1", "1 Main St", "city", "Memphis", "region", "TN", "postalCode", "38103", "country", "US");
        Answer saved = done(braid.put(
                "/api/v1/vendor/profile", Map.of("companyName", world.named("Mugs"), "address", address), key));

        assertThat(saved.text("/address/name")).isEqualTo(world.named("Mugs"));
    }

    @Test
    void a_vendor_is_not_sent_to_addresses_of_the_operator() {
        String file = "vendorSku,sku,unitCost,currency,validFrom\nA,NOT-THERE,1,USD,2026-12-01\n";
        Map<String, Object> place =
                new HashMap<>(Map.of("code", "MEM", "name", "Memphis", "timeZone", "America/Chicago"));
        place.put("fulfillmentTypes", List.of("SHIP"));
        place.put(
                "address",
                Map.of(
                        "name",
                        "M",
                        "line1",
                        "1 Main St",
                        "city",
                        "Memphis",
                        "region",
                        "TN",
                        "postalCode",
                        "38103",
                        "country",
                        "US"));
        done(braid.post("/api/v1/vendor/locations", place, key));

        for (Answer answer : List.of(
                upload(file),
                braid.post("/api/v1/vendor/locations", place, key),
                braid.post("/api/v1/vendor/users", Map.of("email", "x@y.example", "name", "X", "role", "none"), key))) {
            assertThat(answer.body()).doesNotContain("/products", "PUT /locations", "/api/v1/roles");
        }
    }

    /** What the server refuses before it is a request of ours still has an id to ask with. */
    @Test
    void a_path_that_is_not_normal_is_refused_with_a_correlation_id() throws IOException {
        URI at = braid.uri("/");
        try (Socket socket = new Socket(at.getHost(), at.getPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            String request = "GET /api/v1/%2e%2e/orders HTTP/1.1\r\nHost: " + at.getAuthority()
                    + "\r\nConnection: close\r\nX-Correlation-Id: mine-1\r\n\r\n";
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("\"correlationId\":\"mine-1\"");
        }
    }
}

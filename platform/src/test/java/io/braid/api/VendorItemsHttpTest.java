package io.braid.api;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import io.braid.store.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Vendor items and contracted prices, over HTTP. */
class VendorItemsHttpTest {
    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final World world = World.in(braid);
    private final String acme = world.vendor("acme");
    private final String items = "/api/v1/vendors/" + acme + "/items";
    private final String mug = world.product("MUG");

    @Test
    void a_later_price_ends_the_one_before_it_and_the_same_again_changes_nothing() {
        Answer first = braid.post(items, item("A-1", mug, "7.25", "2026-01-01"));
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.text("/unitCost/amount")).isEqualTo("7.25");
        Answer later = braid.post(items, item("A-1", mug, "7.5", "2026-12-01"));
        assertThat(later.status()).as(later.body()).isEqualTo(201);
        assertThat(later.text("/prices/0/validTo")).isEqualTo("2026-11-30");
        assertThat(later.text("/version")).isEqualTo("2");
        Answer again = braid.post(items, item("A-1", mug, "7.50", "2026-12-01"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/version")).isEqualTo("2");
        assertThat(braid.post(items, item("A-1", mug, "7.25", "2026-01-01")).status())
                .isEqualTo(200);

        Answer past = braid.post(items, item("A-1", mug, "7", "2025-06-01"));
        assertThat(past.status()).isEqualTo(409);
        assertThat(past.text("/type")).isEqualTo("/problems/price-overlaps");
        assertThat(past.text("/detail")).contains("2026-01-01 to 2026-11-30");
        Map<String, Object> before = item("A-1", mug, "7", "2025-06-01");
        before.put("validTo", "2025-12-31");
        assertThat(braid.post(items, before).status()).isEqualTo(201);

        Answer listed = braid.get(items);
        assertThat(listed.json().at("/items/0/prices").size())
                .as("ended before today: not listed")
                .isEqualTo(2);
        assertThat(listed.text("/items/0/unitCost/amount")).isEqualTo("7.25");
        Answer entries = braid.get("/api/v1/journal?subject=item:" + acme + "/" + mug);
        assertThat(entries.json().at("/items").size()).as(entries.body()).isEqualTo(3);
    }

    @Test
    void a_day_that_has_passed_keeps_its_price_whoever_asks() {
        world.item(acme, mug, "5.00");
        Map<String, Object> rewriting = item("V-" + mug, mug, "5.50", "2026-06-01");
        Answer refused = braid.post(items, rewriting);
        assertThat(refused.text("/type")).as(refused.body()).isEqualTo("/problems/price-overlaps");
        rewriting.put("validTo", "2026-06-30");
        assertThat(braid.post(items, rewriting).status()).isEqualTo(409);
        Map<String, Object> ended = item("V-" + mug, mug, "5.00", "2026-01-01");
        ended.put("validTo", "2026-06-30");
        assertThat(braid.post(items, ended).status()).isEqualTo(409);
        assertThat(upload("vendorSku,sku,unitCost,currency,validFrom\nV-" + mug + "," + mug + ",5.5,USD,2026-06-01\n")
                        .text("/refusedCount"))
                .isEqualTo("1");

        String key = world.vendorKey(acme);
        String id = done(braid.post("/api/v1/vendor/proposals", item("V-" + mug, mug, "5.50", "2026-06-01"), key))
                .text("/id");
        Answer approval =
                braid.post("/api/v1/vendors/" + acme + "/proposals/" + id + "/reviews", Map.of("decision", "APPROVED"));
        assertThat(approval.text("/type")).as(approval.body()).isEqualTo("/problems/price-overlaps");
        assertThat(braid.get(items + "/" + mug + "/prices").json().at("/items").findValuesAsString("validTo"))
                .containsExactly("");
    }

    @Test
    void a_price_that_has_not_begun_is_corrected_or_taken_back_and_the_one_before_it_goes_on() {
        world.item(acme, mug, "5.00");
        String number = "V-" + mug;
        done(braid.post(items, item(number, mug, "55.00", "2026-12-15")));
        Answer corrected = done(braid.post(items, item(number, mug, "5.50", "2026-12-15")));
        assertThat(corrected.json().at("/prices").findValuesAsString("validTo")).containsExactly("2026-12-14", "");
        assertThat(corrected.text("/prices/1/unitCost/amount")).isEqualTo("5.50");
        done(braid.post(items, item(number, mug, "6.00", "2027-02-01")));

        Answer first = takeBack(mug, "2026-12-15");
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.json().at("/prices").findValuesAsString("validTo"))
                .as("until the next one begins")
                .containsExactly("2027-01-31", "");
        Answer second = takeBack(mug, "2027-02-01");
        assertThat(second.json().at("/prices").findValuesAsString("validTo")).containsExactly("");
        assertThat(takeBack(mug, "2027-02-01").text("/type")).isEqualTo("/problems/price-not-found");
        assertThat(takeBack(mug, "2026-01-01").text("/type")).isEqualTo("/problems/price-has-begun");
        assertThat(takeBack(mug, "soon").status()).isEqualTo(404);
        assertThat(braid.get("/api/v1/journal?limit=50&subject=item:" + acme + "/" + mug)
                        .body())
                .contains("PriceCorrected", "PriceWithdrawn", "55.00");
    }

    private Answer takeBack(String sku, String from) {
        return braid.send(braid.request(items + "/" + sku + "/prices/" + from, BraidUnderTest.OPERATOR_KEY)
                .DELETE());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unitCost  | '{\"amount\":\"-1\",\"currency\":\"USD\"}'      | 422 | /unitCost/amount",
                "unitCost  | '{\"amount\":\"1.00001\",\"currency\":\"USD\"}' | 422 | /unitCost/amount",
                "unitCost  | '{\"amount\":1.5,\"currency\":\"USD\"}'         | 400 | /unitCost/amount",
                "unitCost  | null                  | 422 | /unitCost",
                "sku       | '\"NOT-THERE\"'       | 422 | /sku",
                "vendorSku | '\"\"'                | 422 | /vendorSku",
                "validFrom | '\"2026-13-01\"'      | 422 | /validFrom",
                "validTo   | '\"2025-12-31\"'      | 422 | /validTo",
                "packSize  | 0                     | 422 | /packSize",
            })
    void each_bad_value_is_refused_at_its_place(String field, String value, int status, String pointer) {
        Map<String, Object> bad = item("B-1", mug, "1", "2026-01-01");
        bad.remove(field);
        String rest = Json.write(bad);

        Answer refused = braid.post(items, rest.substring(0, rest.length() - 1) + ",\"" + field + "\":" + value + "}");

        assertThat(refused.status()).as(refused.body()).isEqualTo(status);
        assertThat(refused.text("/errors/0/pointer")).as(refused.body()).isEqualTo(pointer);
        assertThat(braid.get(items).json().at("/items").size()).isZero();
    }

    @Test
    void a_vendors_number_names_one_product_also_when_two_are_given_it_at_once() throws Exception {
        String lamp = world.product("LAMP");
        Callable<Answer> one = () -> braid.post(items, item("SAME", mug, "1", "2026-01-01"));
        Callable<Answer> two = () -> braid.post(items, item("SAME", lamp, "1", "2026-01-01"));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Integer> statuses = threads.invokeAll(List.of(one, two)).stream()
                    .map(Future::resultNow)
                    .map(Answer::status)
                    .sorted()
                    .toList();
            assertThat(statuses).containsExactly(201, 409);
        }
        Answer taken = braid.post(items, item("SAME", world.product("RUG"), "1", "2026-01-01"));
        assertThat(taken.text("/type")).isEqualTo("/problems/vendor-sku-taken");
        assertThat(braid.post("/api/v1/vendors/no-such/items", item("X", mug, "1", "2026-01-01"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_file_is_taken_line_by_line() {
        String lamp = world.product("LAMP");
        String file = "vendorSku,sku,unitCost,currency,validFrom,validTo,packSize\n"
                + "A-1," + mug + ",7.25,USD,2026-01-01,,6\n"
                + "A-2," + lamp + ",9.99,USD,2026-01-01,,\n"
                + "A-3,NOT-THERE,1,USD,2026-01-01,,\n"
                + "A-1," + lamp + ",1,USD,2026-01-01,,\n"
                + "A-2," + lamp + ",10.99,USD,2027-01-01,,\n"
                + "A-2," + lamp + ",8,USD,2026-05-01,,\n"
                + "A-2," + lamp + ",-8,USD,2028-05-01,,\n";

        Answer report = upload(file);

        assertThat(report.status()).as(report.body()).isEqualTo(200);
        assertThat(report.text("/created")).as(report.body()).isEqualTo("2");
        assertThat(report.text("/updated")).isEqualTo("1");
        assertThat(report.json().at("/refused").findValuesAsString("line")).containsExactly("4", "5", "7", "8");
        Answer again = upload(file);
        assertThat(again.text("/unchanged")).as(again.body()).isEqualTo("3");
        assertThat(braid.get(items).body()).contains("\"packSize\":6");
    }

    private Answer upload(String file) {
        return braid.send(braid.request(items + "/import", BraidUnderTest.OPERATOR_KEY)
                .setHeader("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(file.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void a_vendor_sees_its_own_items_and_no_others_behind_both_walls() {
        String bolt = world.vendor("bolt");
        world.item(acme, mug, "7.25");
        world.item(bolt, mug, "6.5");

        Answer own = braid.get("/api/v1/vendor/items", world.vendorKey(acme));
        assertThat(own.json().at("/items").size()).as(own.body()).isEqualTo(1);
        assertThat(own.text("/items/0/unitCost/amount")).isEqualTo("7.25");
        assertThat(own.body()).doesNotContain(bolt).doesNotContain("6.5").doesNotContain("unitPrice");
        assertThat(braid.get("/api/v1/vendor/items").status()).isEqualTo(403);
        assertThat(braid.get(items, world.vendorKey(bolt)).status()).isIn(403, 404);

        JdbcClient vendorRole = JdbcClient.create(braid.database().vendor());
        for (String table : List.of("vendor_item", "contracted_price", "vendor", "location")) {
            assertThat(vendorRole
                            .sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single())
                    .as("%s without a vendor's name", table)
                    .isZero();
        }
    }

    private static Map<String, Object> item(String vendorSku, String sku, String cost, String from) {
        return new HashMap<>(
                Map.of("vendorSku", vendorSku, "sku", sku, "unitCost", World.usd(cost), "validFrom", from));
    }
}

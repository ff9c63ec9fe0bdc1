package io.braid.api;

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

/** Products, over HTTP. */
class ProductsHttpTest {
    private static final String PRODUCTS = "/api/v1/products";

    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final World world = World.in(braid);

    @Test
    void what_was_created_is_read_back_and_changed_at_the_version_seen() {
        String sku = world.named("MUG");
        Map<String, Object> mug = product(sku, upc(1));
        mug.put("attributes", Map.of("hazmat", true, "tags", List.of("a", "b"), "height", 12.5));
        mug.put("unitCost", World.usd("3.2500"));

        Answer created = braid.post(PRODUCTS, mug);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(PRODUCTS + "/" + sku);
        Answer read = braid.get(PRODUCTS + "/" + sku);
        assertThat(read.body()).isEqualTo(created.body());
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.text("/unitCost/amount")).isEqualTo("3.25");
        assertThat(read.json().at("/attributes/height").decimalValue()).isEqualByComparingTo("12.5");

        mug.put("name", "Large mug");
        assertThat(change(sku, mug, "\"1\"").text("/version")).isEqualTo("2");
        Answer stale = change(sku, mug, "\"1\"");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text("/type")).isEqualTo("/problems/version-conflict");
        assertThat(stale.text("/currentVersion")).isEqualTo("2");
        assertThat(braid.put(PRODUCTS + "/" + sku, mug).text("/version")).isEqualTo("2");
        assertThat(braid.put(PRODUCTS + "/" + world.named("NONE"), product(world.named("NONE"), upc(2)))
                        .status())
                .isEqualTo(404);
    }

    private Answer change(String sku, Object body, String version) {
        return braid.send(braid.request(PRODUCTS + "/" + sku, BraidUnderTest.OPERATOR_KEY)
                .header("If-Match", version)
                .PUT(BodyPublishers.ofString(Json.write(body))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "upc         | '\"4006381333930\"' | 422 | /upc",
                "upc         | '\"12\"'            | 422 | /upc",
                "sku         | '\"a b\"'           | 422 | /sku",
                "name        | '\" \"'             | 422 | /name",
                "name        | null                | 422 | /name",
                "weightGrams | -1                  | 422 | /weightGrams",
                "weightGrams | 99999999999999      | 400 | /weightGrams",
                "weightGrams | '\"5\"'             | 400 | /weightGrams",
                "surprise    | 1                   | 400 | /surprise",
                "attributes  | '{\"x\":{}}'        | 422 | /attributes/x",
                "attributes  | '{\"x\":1e999999}'  | 422 | /attributes/x",
                "unitCost    | '{\"amount\":\"-1\",\"currency\":\"USD\"}'      | 422 | /unitCost/amount",
                "unitCost    | '{\"amount\":\"1.00001\",\"currency\":\"USD\"}' | 422 | /unitCost/amount",
                "unitCost    | '{\"amount\":\"1\",\"currency\":\"XXQ\"}'       | 422 | /unitCost/currency",
            })
    void each_bad_value_is_refused_at_its_place(String field, String value, int status, String pointer) {
        String sku = world.named("BAD");
        String sound = "\"sku\":\"" + sku + "\",\"upc\":\"" + upc(7) + "\",\"name\":\"Thing\"";
        String kept = sound.replaceAll("\"" + field + "\":\"[^\"]*\",?", "").replaceAll(",$", "");

        Answer refused = braid.post(PRODUCTS, "{" + kept + ",\"" + field + "\":" + value + "}");

        assertThat(refused.status()).as(refused.body()).isEqualTo(status);
        assertThat(refused.text("/errors/0/pointer")).as(refused.body()).isEqualTo(pointer);
        assertThat(refused.body()).doesNotContain("Exception");
        assertThat(braid.get(PRODUCTS + "/" + sku).status()).isEqualTo(404);
    }

    @Test
    void of_two_creators_at_once_one_wins() throws Exception {
        String sku = world.named("RACE");
        List<Callable<Answer>> both = List.of(
                () -> braid.post(PRODUCTS, product(sku, upc(3))), () -> braid.post(PRODUCTS, product(sku, upc(3))));
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Integer> statuses = two.invokeAll(both).stream()
                    .map(Future::resultNow)
                    .map(Answer::status)
                    .sorted()
                    .toList();
            assertThat(statuses).containsExactly(201, 409);
        }
        Answer taken = braid.post(PRODUCTS, product(world.named("OTHER"), upc(3)));
        assertThat(taken.text("/type")).isEqualTo("/problems/upc-taken");
        assertThat(taken.text("/detail")).contains(sku);
    }

    @Test
    void lists_page_by_page_and_by_key() {
        for (int i = 0; i < 3; i++) {
            braid.post(PRODUCTS, product(world.named("L" + i), upc(10 + i)));
        }
        Answer byUpc = braid.get(PRODUCTS + "?upc=" + upc(11));
        assertThat(byUpc.text("/items/0/sku")).isEqualTo(world.named("L1"));
        assertThat(byUpc.json().at("/items").size()).isEqualTo(1);
        assertThat(braid.get(PRODUCTS + "?sku=" + world.named("L9"))
                        .json()
                        .at("/items")
                        .size())
                .isZero();
        Answer first = braid.get(PRODUCTS + "?limit=1");
        Answer second = braid.get(PRODUCTS + "?limit=1&cursor=" + first.text("/nextCursor"));
        assertThat(second.text("/items/0/sku")).isGreaterThan(first.text("/items/0/sku"));
        assertThat(braid.get(PRODUCTS + "?cursor=x").status()).isEqualTo(400);
        assertThat(braid.get(PRODUCTS + "?colour=x").status()).isEqualTo(400);
    }

    @Test
    void a_file_is_taken_line_by_line() {
        String one = world.named("I1");
        String two = world.named("I2");
        String file = "\uFEFFsku,upc,name,weightGrams,unitCost,currency,attributes.hazmat\r\n"
                + one + "," + upc(20) + ",\"One, the first\",5,1.25,USD,true\r\n"
                + two + "," + upc(21) + ",Two,-5,,,\r\n"
                + two + "," + upc(20) + ",Two,5,,,\r\n"
                + two + ",123,Two,5,,,\r\n"
                + two + "," + upc(21) + ",Two\r\n"
                + two + "," + upc(21) + ",Two,,,,\r\n"
                + one + "," + upc(20) + ",\"One, the first\",,,,\r\n";

        Answer report = upload(file.getBytes(StandardCharsets.UTF_8));

        assertThat(report.status()).as(report.body()).isEqualTo(200);
        assertThat(report.text("/created")).as(report.body()).isEqualTo("2");
        assertThat(report.text("/unchanged")).isEqualTo("1");
        assertThat(report.text("/refusedCount")).isEqualTo("4");
        assertThat(report.json().at("/refused").findValuesAsString("line")).containsExactly("3", "4", "5", "6");
        assertThat(report.text("/refused/1/reason")).contains(one);
        Answer read = braid.get(PRODUCTS + "/" + one);
        assertThat(read.text("/name")).isEqualTo("One, the first");
        assertThat(read.json().at("/attributes/hazmat").asBoolean()).isTrue();
        assertThat(read.text("/version")).isEqualTo("1");
        assertThat(upload(file.getBytes(StandardCharsets.UTF_8)).text("/unchanged"))
                .isEqualTo("3");
    }

    @Test
    void a_file_that_cannot_be_one_is_refused_before_anything_is_read() {
        assertThat(upload("").text("/type")).isEqualTo("/problems/bad-csv-header");
        assertThat(upload("sku,upc\nA,1\n").text("/detail")).contains("missing columns: name");
        assertThat(upload("sku,upc,name,colour\n").text("/detail")).contains("colour");
        assertThat(upload("sku,upc,name,sku\n").text("/detail")).contains("twice");
        assertThat(upload("sku;upc;name\n").status()).isEqualTo(422);
        Answer latin = upload("sku,upc,name\nA,1,M\u00fcll\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(latin.text("/detail")).as(latin.body()).contains("not UTF-8");
        Answer utf16 = upload("sku,upc,name\n".getBytes(StandardCharsets.UTF_16));
        assertThat(utf16.text("/detail")).contains("not UTF-8");
        Answer unclosed = upload("sku,upc,name\nA,1,\"open\nB,2,x\n");
        assertThat(unclosed.text("/refusedCount")).as(unclosed.body()).isEqualTo("1");
    }

    private Answer upload(String file) {
        return upload(file.getBytes(StandardCharsets.UTF_8));
    }

    private Answer upload(byte[] file) {
        return braid.send(braid.request(PRODUCTS + "/import", BraidUnderTest.OPERATOR_KEY)
                .setHeader("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(file)));
    }

    private static Map<String, Object> product(String sku, String upc) {
        return new HashMap<>(Map.of("sku", sku, "upc", upc, "name", "Thing", "weightGrams", 500));
    }

    /** Of this test's own world: worlds number their products from 1. */
    private String upc(int n) {
        return World.gtin(7_000_000_000L + world.named("").hashCode() % 1_000_000L * 1_000 + n);
    }
}

package io.braid.api;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
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
import org.junit.jupiter.params.provider.ValueSource;

/** What vendors offer and operators decide; hostile files of items; edits and the list of all prices. */
class ItemProposalsHttpTest {
    private static final String OWN = "/api/v1/vendor/proposals";
    private static final String HEADER = "vendorSku,upc,unitCost,currency,validFrom,validTo,packSize,discontinuedOn\n";

    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final World world = World.in(braid);
    private final String acme = world.vendor("acme");
    private final String key = world.vendorKey(acme);
    private final String mug = world.product("MUG");
    private final String upc = braid.get("/api/v1/products/" + mug).text("/upc");
    private final String items = "/api/v1/vendors/" + acme + "/items";
    private final String proposals = "/api/v1/vendors/" + acme + "/proposals";

    private Map<String, Object> offer(String cost, String from) {
        return new HashMap<>(Map.of("vendorSku", "A-1", "upc", upc, "unitCost", World.usd(cost), "validFrom", from));
    }

    @Test
    void an_offer_costs_nothing_until_it_is_approved_and_is_decided_once() throws Exception {
        Answer first = done(braid.post(OWN, offer("7.25", "2026-01-01"), key));
        assertThat(braid.get("/api/v1/vendor/items", key).json().at("/items").size())
                .isZero();
        Answer better = done(braid.post(OWN, offer("7.00", "2026-01-01"), key));
        assertThat(braid.get(OWN, key).json().at("/items").findValuesAsString("state"))
                .containsExactlyInAnyOrder("WITHDRAWN", "PROPOSED");
        assertThat(done(braid.post(OWN, offer("7.00", "2026-01-01"), key)).text("/id"))
                .as("the same again is the same offer")
                .isEqualTo(better.text("/id"));
        String review = proposals + "/" + better.text("/id") + "/reviews";
        Callable<Answer> yes = () -> braid.post(review, Map.of("decision", "APPROVED"));
        Callable<Answer> no = () -> braid.post(review, Map.of("decision", "REJECTED", "comment", "Too dear."));
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            assertThat(threads.invokeAll(List.of(yes, no)).stream()
                            .map(Future::resultNow)
                            .map(Answer::status))
                    .containsExactlyInAnyOrder(200, 409);
        }
        assertThat(braid.post(proposals + "/" + first.text("/id") + "/reviews", Map.of("decision", "APPROVED"))
                        .text("/type"))
                .isEqualTo("/problems/proposal-decided");
    }

    @Test
    void what_cannot_be_agreed_on_refuses_the_lot() {
        world.item(acme, mug, "7.25");
        String lamp = braid.get("/api/v1/products/" + world.product("LAMP")).text("/upc");
        Map<String, Object> past = offer("1.00", "2025-06-01");
        past.put("vendorSku", "V-" + mug);
        Map<String, Object> good = offer("9.00", "2026-01-01");
        good.put("upc", lamp);
        good.put("vendorSku", "A-2");
        List<String> ids = List.of(
                done(braid.post(OWN, past, key)).text("/id"),
                done(braid.post(OWN, good, key)).text("/id"));

        Map<String, Object> all = Map.of("proposals", ids, "decision", "APPROVED");
        Answer refused = braid.post(proposals + "/reviews", all);

        assertThat(refused.text("/type")).as(refused.body()).isEqualTo("/problems/price-overlaps");
        assertThat(braid.get(items).json().at("/items").size()).isEqualTo(1);
        assertThat(braid.get(proposals + "?state=PROPOSED").json().at("/items").size())
                .isEqualTo(2);
        done(braid.post(proposals + "/" + ids.get(1) + "/reviews", Map.of("decision", "APPROVED")));
        Answer rejected = done(braid.post(
                proposals + "/" + ids.get(0) + "/reviews", Map.of("decision", "REJECTED", "comment", "The past.")));
        assertThat(rejected.text("/comment")).isEqualTo("The past.");
    }

    @Test
    void a_vendor_sees_and_takes_back_its_own_offers_alone() {
        String id = done(braid.post(OWN, offer("7.25", "2026-01-01"), key)).text("/id");
        String stranger = world.vendorKey(world.vendor("bolt"));
        Answer foreign = braid.post(OWN + "/" + id + "/withdrawal", Map.of(), stranger);
        Answer missing = braid.post(OWN + "/00000000-0000-7000-8000-000000000000/withdrawal", Map.of(), stranger);
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(missing.body());
        assertThat(braid.get(OWN, stranger).body()).doesNotContain(id);
        assertThat(done(braid.post(OWN + "/" + id + "/withdrawal", Map.of(), key))
                        .text("/state"))
                .isEqualTo("WITHDRAWN");
        assertThat(braid.post("/api/v1/vendors/no-such/proposals/" + id + "/reviews", Map.of("decision", "APPROVED"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_file_of_a_vendor_becomes_offers_line_by_line() {
        String file = "\uFEFF" + HEADER
                + "A-1," + upc + ",7.25,USD,2026-01-01,,6,\n"
                + "=HYPERLINK(\"http://x\")," + upc + ",7.25,USD,2026-01-01,,,\n"
                + "A-3,00000000000000,1,USD,2026-01-01,,,\n"
                + "A-4," + World.gtin(9_999_999_999L) + ",1,USD,2026-01-01,,,\n"
                + "A-5," + upc + ",1,USD,2026-05-01,2026-04-01,,\n"
                + "+A-6," + upc + ",1,USD,2026-06-01,,,\n"
                + "A-7," + upc + ",1e3,USD,2026-07-01,,,\n";

        Answer report = upload(OWN + "/import", file, StandardCharsets.UTF_8, key);

        assertThat(report.status()).as(report.body()).isEqualTo(200);
        assertThat(report.text("/created")).as(report.body()).isEqualTo("1");
        assertThat(report.json().at("/refused").findValuesAsString("line"))
                .as(report.body())
                .containsExactly("3", "4", "5", "6", "7", "8");
        assertThat(report.body()).contains("formula", "no product with the UPC", "before validFrom");
        assertThat(upload(OWN + "/import", file, StandardCharsets.UTF_8, key).text("/unchanged"))
                .isEqualTo("1");
    }

    @Test
    void overlapping_days_doubled_numbers_and_other_currencies_are_told_by_line() {
        String lamp = braid.get("/api/v1/products/" + world.product("LAMP")).text("/upc");
        String file = HEADER
                + "A-1," + upc + ",7.25,USD,2026-01-01,2026-12-31,,\n"
                + "A-1," + upc + ",7.50,USD,2026-06-01,2026-06-30,,\n"
                + "A-1," + upc + ",7.10,USD,2025-12-01,,,\n"
                + "A-1," + lamp + ",3.00,USD,2026-01-01,,,\n"
                + "A-2," + lamp + ",3.00,EUR,2026-01-01,,,\n"
                + "A-2," + lamp + ",3.00,USD,2026-01-01,,,2026-12-24\n";

        Answer report = upload(items + "/import", file, StandardCharsets.UTF_8, BraidUnderTest.OPERATOR_KEY);

        assertThat(report.text("/created")).as(report.body()).isEqualTo("2");
        assertThat(report.json().at("/refused").findValuesAsString("line"))
                .as(report.body())
                .containsExactly("3", "4", "5", "6");
        assertThat(braid.get(items).text("/items/0/discontinuedOn")).isEqualTo("2026-12-24");
        assertThat(braid.get("/api/v1/vendors/" + acme).text("/currency")).isEqualTo("USD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16", "ISO-8859-1"})
    void another_encoding_is_said_to_be_one(String encoding) {
        String file = HEADER + "Größe," + upc + ",7.25,USD,2026-01-01,,,\n";

        Answer answer = upload(items + "/import", file, Charset.forName(encoding), BraidUnderTest.OPERATOR_KEY);

        assertThat(answer.status() == 422 || answer.text("/refusedCount").equals("1"))
                .as(answer.body())
                .isTrue();
        assertThat(braid.get(items).json().at("/items").size()).isZero();
    }

    @Test
    void a_vendor_names_by_sku_only_what_it_knows_and_learns_nothing_of_the_rest() {
        String lamp = world.product("LAMP");
        Map<String, Object> guess = offer("7.25", "2026-12-01");
        guess.remove("upc");
        guess.put("sku", lamp);
        Answer foreign = braid.post(OWN, guess, key);
        guess.put("sku", "NOT-THERE");
        Answer unknown = braid.post(OWN, guess, key);

        assertThat(foreign.text("/type")).as(foreign.body()).isEqualTo("/problems/not-your-item");
        assertThat(alike(foreign, lamp)).isEqualTo(alike(unknown, "NOT-THERE"));
        String file = "vendorSku,sku,unitCost,currency,validFrom\n"
                + "A-1," + lamp + ",1,USD,2026-12-01\n"
                + "A-2,NOT-THERE,1,USD,2026-12-01\n";
        Answer report = upload(OWN + "/import", file, StandardCharsets.UTF_8, key);
        assertThat(report.text("/refused/0/reason").replace(lamp, "X"))
                .isEqualTo(report.text("/refused/1/reason").replace("NOT-THERE", "X"));

        done(braid.post(OWN, offer("7.25", "2026-12-01"), key));
        guess.put("sku", mug);
        done(braid.post(OWN, guess, key));
    }

    private static String alike(Answer answer, String sku) {
        return (answer.status() + answer.body())
                .replace(sku, "X")
                .replaceAll("\"correlationId\":\"[^\"]*\"", "")
                .replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    @Test
    void a_vendor_counts_what_it_has_or_offered_and_of_the_rest_learns_nothing() {
        String shelf = world.vendorLocation(acme, "SHELF", "38103");
        String stock = "/api/v1/vendor/inventory/" + shelf + "/";
        Answer foreign = braid.put(stock + mug, Map.of("onHand", 4), key);
        Answer unknown = braid.put(stock + "NOT-THERE", Map.of("onHand", 4), key);
        assertThat(foreign.status()).as(foreign.body()).isEqualTo(404);
        assertThat(alike(foreign, mug)).isEqualTo(alike(unknown, "NOT-THERE"));

        done(braid.post(OWN, offer("7.25", "2026-12-01"), key));
        done(braid.put(stock + mug, Map.of("onHand", 4), key));

        String lamp = world.product("LAMP");
        String file = "sku,onHand\n" + mug + ",5\n" + lamp + ",5\nNOT-THERE,5\n";
        Answer feed =
                done(upload("/api/v1/vendor/inventory/feeds?location=" + shelf, file, StandardCharsets.UTF_8, key));
        Answer faults = braid.get("/api/v1/vendor/inventory/feeds/" + feed.text("/id") + "/faults", key);
        assertThat(feed.text("/applied")).as(feed.body()).isEqualTo("1");
        assertThat(faults.text("/items/0/reason").replace(lamp, "X"))
                .as(faults.body())
                .isEqualTo(faults.text("/items/1/reason").replace("NOT-THERE", "X"))
                .isNotEmpty();
    }

    @Test
    void an_offer_that_contradicts_another_is_refused_when_it_is_made() {
        String lamp = braid.get("/api/v1/products/" + world.product("LAMP")).text("/upc");
        done(braid.post(OWN, offer("7.25", "2026-12-01"), key));
        Map<String, Object> sameNumber = offer("3.00", "2026-12-01");
        sameNumber.put("upc", lamp);
        assertThat(braid.post(OWN, sameNumber, key).text("/type")).isEqualTo("/problems/vendor-sku-taken");
        Map<String, Object> euros = offer("3.00", "2026-12-01");
        euros.putAll(Map.of("upc", lamp, "vendorSku", "A-2", "unitCost", Map.of("amount", "3", "currency", "EUR")));
        assertThat(braid.post(OWN, euros, key).text("/type")).isEqualTo("/problems/currency-is-settled");
        String file = HEADER + "A-1," + lamp + ",3.00,USD,2027-01-01,,,\nA-2," + lamp + ",3.00,EUR,2027-01-01,,,\n";
        assertThat(upload(OWN + "/import", file, StandardCharsets.UTF_8, key).text("/refusedCount"))
                .isEqualTo("2");

        Map<String, Object> instead = offer("6.00", "2026-12-01");
        instead.put("unitCost", Map.of("amount", "6", "currency", "EUR"));
        String id = done(braid.post(OWN, instead, key)).text("/id");
        done(braid.post(proposals + "/" + id + "/reviews", Map.of("decision", "APPROVED")));
    }

    @Test
    void an_item_is_edited_by_version_and_every_price_stays_in_the_list() {
        world.item(acme, mug, "7.25");
        done(braid.post(items, offer("8.00", "2026-12-01")));
        String item = items + "/" + mug;
        Map<String, Object> edit = new HashMap<>(Map.of("vendorSku", "A-1B", "packSize", 12, "leadTimeDays", 3));
        edit.put("discontinuedOn", "2027-01-01");
        Answer edited = done(braid.put(item, edit));
        assertThat(edited.text("/packSize")).isEqualTo("12");
        assertThat(edited.text("/discontinuedOn")).isEqualTo("2027-01-01");
        edit.put("expectedVersion", 1);
        assertThat(braid.put(item, edit).text("/type")).isEqualTo("/problems/version-conflict");
        assertThat(braid.put(items + "/NOT-THERE", Map.of("vendorSku", "X")).status())
                .isEqualTo(404);
        edit.remove("discontinuedOn");
        edit.remove("expectedVersion");
        assertThat(done(braid.put(item, edit)).json().at("/discontinuedOn").isNull())
                .isTrue();

        Answer prices = done(braid.get("/api/v1/vendor/items/" + mug + "/prices", key));
        assertThat(prices.json().at("/items").findValuesAsString("validTo")).containsExactly("2026-11-30", "");
        assertThat(braid.get(item + "/prices?limit=1").text("/nextCursor")).isNotEmpty();
        assertThat(braid.post(
                                items,
                                Map.of(
                                        "vendorSku",
                                        "@X",
                                        "sku",
                                        mug,
                                        "unitCost",
                                        World.usd("1"),
                                        "validFrom",
                                        "2028-01-01"))
                        .text("/errors/0/pointer"))
                .isEqualTo("/vendorSku");
    }

    private Answer upload(String path, String file, Charset encoding, String with) {
        return braid.send(braid.request(path, with)
                .setHeader("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(file.getBytes(encoding))));
    }
}

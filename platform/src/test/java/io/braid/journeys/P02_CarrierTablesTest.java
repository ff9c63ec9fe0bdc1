package io.braid.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Carriers' tables as files: what they change, what is refused by line, and that the very next question sees it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class P02_CarrierTablesTest {
    private static final String CALENDAR = "carrier,service,pickupDays,latestPickup,deliveryDays,holidays\n";
    private static final String ZONE =
            "carrier,service,originCountry,originPrefix,destinationCountry,destinationFrom,destinationTo,minKm,maxKm,zone\n";
    private static final String RATE = "carrier,service,zone,upToGrams,amount,currency,perExtraKg\n";
    private static final String TRANSIT = "carrier,service,zone,days\n";
    private static final String MONDAY = "2026-11-23T17:00:00Z";

    private final BraidUnderTest braid = BraidUnderTest.start();
    private final World world = World.in(braid);
    private String mug = "";
    private String memphis = "";

    @BeforeAll
    void a_mug_in_memphis() {
        mug = world.product("mug");
        memphis = world.warehouse("MEM", "38118");
        world.stock(memphis, mug, 100);
    }

    @AfterAll
    void stop() {
        braid.close();
    }

    @Test
    void the_sample_is_there_on_the_first_start_and_every_page_of_it_can_be_read() {
        Answer report = sent("rates", RATE + "SAMPLE,GROUND,2,454,8.10,USD,\n");

        assertThat(counts(report)).isEqualTo("0 created, 0 updated, 1 unchanged, 0 removed, 0 refused");
        int rows = 0;
        String cursor = "";
        do {
            Answer page = World.done(braid.get("/api/v1/carriage/rates?limit=500" + cursor));
            for (JsonNode row : page.json().at("/items")) {
                rows += row.at("/carrier").asString("").equals("SAMPLE") ? 1 : 0;
            }
            cursor = "&cursor=" + page.text("/nextCursor");
        } while (!cursor.equals("&cursor="));
        assertThat(rows).isEqualTo(3 * 7 * 150);
    }

    @Test
    void a_carrier_of_ones_own_is_promised_by_the_very_next_question() {
        carrier("OWN", "DAY", "MON TUE WED THU FRI SAT SUN");
        sent("zones", ZONE + "OWN,,US,,US,380,389,,,A\n" + "OWN,,US,381,US,380,389,,,B\n");
        sent("transit", TRANSIT + "OWN,DAY,A,3\n" + "OWN,DAY,B,1\n");
        sent("rates", RATE + "OWN,DAY,A,10000,1.00,USD,\n" + "OWN,DAY,B,10000,2.50,USD,1.00\n");

        assertThat(line("OWN/DAY", "38103")).isEqualTo("zone B, 2.50 on 2026-11-24");
        sent("rates", RATE + "OWN,DAY,B,10000,2.25,USD,1.00\n");
        assertThat(line("OWN/DAY", "38103")).isEqualTo("zone B, 2.25 on 2026-11-24");
        assertThat(promise("OWN/DAY", "10001").text("/lines/0/why"))
                .isEqualTo("OWN/DAY has no zone from " + memphis + " to US 10001");
    }

    @Test
    void the_same_file_twice_changes_nothing_and_leaves_no_entry() {
        carrier("TWICE", "DAY", "MON");
        String file = ZONE + "TWICE,DAY,US,,US,100,199,,,1\n" + "TWICE,DAY,US,,US,200,299,,,2\n";

        assertThat(counts(sent("zones", file))).startsWith("2 created");
        Answer again = sent("zones", file);
        Answer third = sent("zones", file);

        assertThat(counts(again)).isEqualTo("0 created, 0 updated, 2 unchanged, 0 removed, 0 refused");
        assertThat(third.text("/version")).isEqualTo(again.text("/version"));
        Answer journal = braid.get("/api/v1/journal?subject=carriage:tables&limit=500");
        assertThat(journal.json().at("/items").size()).isEqualTo(Integer.parseInt(again.text("/version")));
    }

    @Test
    void a_full_file_replaces_what_its_carriers_had_and_nothing_else() {
        carrier("FULL", "DAY", "MON");
        carrier("OTHER", "DAY", "MON");
        sent("transit", TRANSIT + "FULL,DAY,1,1\nFULL,DAY,2,2\nOTHER,DAY,1,1\n");

        Answer report = sent("transit", "FULL", TRANSIT + "FULL,DAY,2,3\nFULL,DAY,4,4\n");

        assertThat(counts(report)).isEqualTo("1 created, 1 updated, 0 unchanged, 1 removed, 0 refused");
        assertThat(counts(sent("transit", TRANSIT + "OTHER,DAY,1,1\n")))
                .startsWith("0 created, 0 updated, 1 unchanged");
    }

    @Test
    void bad_lines_are_named_with_their_numbers_and_good_ones_take_effect() {
        carrier("BAD", "DAY", "MON");

        Answer rates = sent("rates", RATE + """
            BAD,DAY,1,1000,5.00,USD,
            BAD,DAY,1,-5,5.00,USD,
            BAD,DAY,1,2000,-1.00,USD,
            BAD,DAY,1,2000,1.005,USD,
            BAD,DAY,1,2000,6.00,XXQ,
            NONE,DAY,1,2000,6.00,USD,
            BAD,DAY,1,2000,4.00,USD,
            BAD,DAY,1,3000
            BAD,DAY,1,4000,7.00,USD,
            """);

        assertThat(counts(rates)).isEqualTo("2 created, 0 updated, 0 unchanged, 0 removed, 7 refused");
        assertThat(reasons(rates))
                .containsExactly(
                        "3: upToGrams: -5 is not between 1 and 100000000",
                        "4: amount -1.00 USD is negative",
                        "5: amount 1.005 USD has more than 2 decimal places",
                        "6: amount: 'XXQ' is not an ISO 4217 currency code",
                        "7: there is no service NONE/DAY; import it first with POST /carriage/calendars/import",
                        "8: amount 4.00 USD up to 2000 g is less than what a lighter parcel costs, 5.00 USD",
                        "9: has 4 fields, the header has 7");
    }

    @Test
    void zones_that_overlap_are_refused() {
        carrier("LAP", "DAY", "MON");

        Answer zones = sent("zones", ZONE + """
            LAP,DAY,US,,US,100,199,,,1
            LAP,DAY,US,,US,150,160,,,2
            LAP,DAY,US,,US,199,299,,,2
            LAP,DAY,US,,US,050,100,,,2
            LAP,DAY,US,,US,300,200,,,2
            LAP,DAY,US,,US,300,399,0,500,3
            LAP,DAY,US,,US,300,399,400,900,4
            LAP,DAY,US,,US,300,399,500,900,4
            LAP,DAY,US,,US,10,20,,,5
            LAP,DAY,US,381,US,100,199,,,6
            """);

        assertThat(reasons(zones))
                .extracting(reason -> reason.substring(0, 1))
                .containsExactly("3", "4", "5", "6", "8");
        assertThat(reasons(zones).getFirst()).contains("overlaps zone 1 for 100–199, 0 to 21000 km");
        assertThat(counts(zones)).startsWith("5 created");
    }

    @Test
    void files_that_are_no_tables_are_refused_as_a_whole() {
        assertThat(braid.post("/api/v1/carriage/zones/import", "zone,colour\n").text("/type"))
                .isEqualTo("/problems/bad-csv-header");
        assertThat(braid.post("/api/v1/carriage/zones/import?mode=SOME", ZONE).text("/errors/0/pointer"))
                .isEqualTo("/mode");
        assertThat(counts(sent("calendars", CALENDAR + "lower,DAY,MON,18:00,MON,\nX,DAY,NODAY,18:00,MON,\n")))
                .endsWith("2 refused");
        String key = World.done(
                        braid.post("/api/v1/api-keys", Map.of("name", "reader", "scopes", List.of("carriage:read"))))
                .text("/key");
        assertThat(braid.post("/api/v1/carriage/zones/import", ZONE, key).status())
                .isEqualTo(403);
        assertThat(braid.get("/api/v1/carriage/zones", key).status()).isEqualTo(200);
    }

    @Test
    void a_strategy_that_sorts_by_shipping_cost_sends_from_where_it_is_cheapest_and_the_suggestion_tells_it() {
        String lamp = world.product("lamp");
        String atlanta = world.warehouse("ATL", "30303");
        world.stock(memphis, lamp, 5);
        world.stock(atlanta, lamp, 5);
        carrier("CHEAP", "DAY", "MON TUE WED THU FRI");
        sent("zones", ZONE + "CHEAP,,US,303,,,,,,1\n");
        sent("transit", TRANSIT + "CHEAP,DAY,1,2\n");
        sent("rates", RATE + "CHEAP,DAY,1,100000,0.50,USD,\n");

        Map<String, Object> trial = world.orderFor(lamp, 1);
        assertThat(braid.post("/api/v1/routing/suggestions", trial).text("/shipments/0/location"))
                .isEqualTo(memphis);
        trial.put("strategy", atLeastCost());
        assertThat(braid.post("/api/v1/routing/suggestions", trial).text("/shipments/0/location"))
                .isEqualTo(atlanta);
        trial.put("strategy", byShippingCost());
        Answer cheapest = braid.post("/api/v1/routing/suggestions", trial);

        assertThat(cheapest.text("/shipments/0/location")).as(cheapest.body()).isEqualTo(atlanta);
        assertThat(cheapest.text("/shipments/0/cost/amount")).isEqualTo("0.50");
        assertThat(cheapest.text("/shipments/0/carriage/carrier")).isEqualTo("CHEAP");
        assertThat(cheapest.text("/shipments/0/carriage/promiseDate")).isEqualTo("2026-11-25");
        sent(
                "calendars",
                "carrier,service,pickupDays,latestPickup,deliveryDays,active\n"
                        + "CHEAP,DAY,MON TUE WED THU FRI,18:00,MON TUE WED THU FRI,false\n");
        assertThat(braid.post("/api/v1/routing/suggestions", trial).text("/shipments/0/location"))
                .isEqualTo(memphis);
    }

    private static Map<String, Object> byShippingCost() {
        return strategy(Map.of(
                "name",
                "cheapest first",
                "assignment",
                Map.of("mode", "FIRST_FIT"),
                "sorts",
                List.of(Map.of("field", "shippingCost", "direction", "ASC"))));
    }

    private static Map<String, Object> atLeastCost() {
        return strategy(Map.of(
                "name",
                "least cost",
                "assignment",
                Map.of("mode", "LOWEST_COST", "objective", List.of(Map.of("cost", "SHIPPING")))));
    }

    private static Map<String, Object> strategy(Map<String, Object> scenario) {
        Map<String, Object> route = Map.of("fulfillmentType", "SHIP", "scenarios", List.of(scenario));
        return Map.of("name", "cheap", "routes", List.of(route));
    }

    private void carrier(String carrier, String service, String days) {
        sent("calendars", CALENDAR + carrier + "," + service + "," + days + ",18:00," + days + ",2026-11-26\n");
    }

    private Answer sent(String table, String csv) {
        return sent(table, "INCREMENTAL", csv);
    }

    private Answer sent(String table, String mode, String csv) {
        String how = table.equals("calendars") ? "" : "?mode=" + mode;
        return World.done(braid.post("/api/v1/carriage/" + table + "/import" + how, csv));
    }

    private Answer promise(String service, String postalCode) {
        return World.done(braid.post(
                "/api/v1/promises",
                Map.of(
                        "lines",
                        List.of(Map.of("sku", mug, "quantity", 1)),
                        "destination",
                        Map.of("postalCode", postalCode),
                        "services",
                        List.of(service),
                        "at",
                        MONDAY)));
    }

    private String line(String service, String postalCode) {
        Answer answer = promise(service, postalCode);
        return "zone " + answer.text("/lines/0/cheapest/zone") + ", "
                + answer.text("/lines/0/cheapest/shippingCost/amount") + " on "
                + answer.text("/lines/0/cheapest/promiseDate");
    }

    private static String counts(Answer report) {
        return report.text("/created") + " created, " + report.text("/updated") + " updated, "
                + report.text("/unchanged") + " unchanged, " + report.text("/removed") + " removed, "
                + report.text("/refusedCount") + " refused";
    }

    private static List<String> reasons(Answer report) {
        List<String> reasons = new ArrayList<>();
        report.json()
                .at("/refused")
                .forEach(line -> reasons.add(
                        line.at("/line").asString() + ": " + line.at("/reason").asString()));
        return reasons;
    }
}

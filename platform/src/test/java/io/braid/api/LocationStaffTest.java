package io.braid.api;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.Browser;
import io.braid._support.People;
import io.braid._support.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who works at a location sees that location: what lies at others looks like what is not there, to the byte. */
class LocationStaffTest {
    private static final BraidUnderTest BRAID = BraidUnderTest.shared();
    private static final Knocks KNOCKS = new Knocks(BRAID);
    private static final World WORLD = World.in(BRAID);
    private static final Browser ADMIN = Browser.admin(BRAID);
    private static String mug = "";
    private static String cup = "";
    private static String here = "";
    private static String elsewhere = "";
    private static String ownShipment = "";
    private static String foreignShipment = "";
    private static String ownFeed = "";
    private static String foreignFeed = "";
    private static Browser staff = Browser.atConsole(BRAID);

    /** Two warehouses with a product, a shipment and a feed each. */
    @BeforeAll
    static void somebody_works_at_one_of_two_warehouses() {
        mug = WORLD.product("MUG");
        cup = WORLD.product("CUP");
        here = WORLD.warehouse("LA", "90001");
        elsewhere = WORLD.warehouse("MEM", "38118");
        ownFeed = feed(here, mug);
        foreignFeed = feed(elsewhere, cup);
        ownShipment = WORLD.place(mug, 1).text("/shipments/0/shipmentNumber");
        foreignShipment = WORLD.place(cup, 1).text("/shipments/0/shipmentNumber");
        staff = People.of(BRAID).staff(WORLD.named("staff@example.com"), List.of(here));
    }

    private static String feed(String location, String sku) {
        return done(BRAID.send(
                        BRAID.request("/api/v1/inventory/feeds?location=" + location, BraidUnderTest.OPERATOR_KEY)
                                .setHeader("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofString("sku,onHand\n" + sku + ",50\n"))))
                .text("/id");
    }

    @Test
    void lists_show_that_location_alone_whatever_is_asked_for() {
        assertThat(staff.get("/shipments").body()).contains(ownShipment).doesNotContain(foreignShipment, elsewhere);
        assertThat(staff.get("/shipments?state=READY&slaStatus=ON_TIME").body())
                .contains(ownShipment)
                .doesNotContain(foreignShipment);
        assertThat(staff.get("/locations").body()).contains(here).doesNotContain(elsewhere);
        assertThat(staff.get("/inventory").body()).contains(here).doesNotContain(elsewhere);
        assertThat(staff.get("/availability?sku=" + mug).json().at("/locations").findValuesAsString("location"))
                .containsExactly(here);
        for (String list : List.of(
                "/shipments?location=" + elsewhere,
                "/shipments?order=" + foreignShipment.split("-")[0],
                "/inventory?location=" + elsewhere,
                "/inventory?sku=" + cup)) {
            assertThat(done(staff.get(list)).json().at("/items")).as(list).isEmpty();
        }
        Answer nothing = done(staff.get("/availability?sku=" + cup + "&postalCode=38103"));
        assertThat(nothing.text("/available")).isEqualTo("0");
        assertThat(nothing.body()).doesNotContain(elsewhere).contains("\"promise\":null");
    }

    @Test
    void every_operation_on_what_lies_elsewhere_answers_as_if_it_were_not_there() {
        Map<String, String> foreign = Map.of(
                "/api/v1/shipments/",
                foreignShipment,
                "/api/v1/inventory/feeds/",
                foreignFeed,
                "/api/v1/inventory/{location}",
                elsewhere + "/" + cup,
                "/api/v1/locations/",
                elsewhere);
        Map<String, String> bodies = Map.of(
                "acknowledgement", "{\"acceptRest\":true}",
                "withdrawal", "{\"reason\":\"OTHER\"}",
                "block", "{\"reason\":\"x\"}",
                "{sku}", "{\"onHand\":7}");
        Set<String> posted =
                Set.of("shipments:read", "shipments:write", "inventory:read", "inventory:write", "locations:read");
        int tried = 0;
        for (Operation one : Operation.of(BRAID.get("/api/v1/openapi.json").json())) {
            if (one.isForVendors() || !one.names() || !posted.contains(one.scope())) {
                continue;
            }
            String name = foreign.entrySet().stream()
                    .filter(entry -> one.path().startsWith(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("name something elsewhere for " + one));
            String body = bodies.getOrDefault(one.path().substring(one.path().lastIndexOf('/') + 1), "{}");
            Answer answer = KNOCKS.by(staff, one, name, body);
            String missing = one.path().contains("shipments") ? "999999999-1" : Knocks.MISSING;
            assertThat(Knocks.seen(answer))
                    .as(one.toString())
                    .isEqualTo(Knocks.seen(KNOCKS.by(staff, one, missing, body)));
            assertThat(answer.status()).as(one + " " + answer.body()).isIn(404, 400, 422);
            assertThat(answer.body()).doesNotContain(elsewhere, foreignShipment);
            tried++;
        }
        assertThat(tried).isGreaterThan(11);
        assertThat(BRAID.get("/api/v1/shipments/" + foreignShipment).text("/state"))
                .isEqualTo("READY");
    }

    @Test
    void commands_that_name_another_location_in_their_body_or_query_change_nothing() {
        String before = WORLD.position(elsewhere, cup).body();
        Answer foreign = adjusted(elsewhere);
        String missing = adjusted("NO-SUCH").text("/errors/0/detail");
        assertThat(foreign.text("/errors/0/detail")).isEqualTo(missing.replace("NO-SUCH", elsewhere));
        assertThat(foreign.status()).isEqualTo(422);
        Answer feed = staff.send(staff.request("/inventory/feeds?location=" + elsewhere)
                .setHeader("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("sku,onHand\n" + cup + ",1\n")));
        assertThat(feed.status()).as(feed.body()).isEqualTo(404);
        assertThat(WORLD.position(elsewhere, cup).body()).isEqualTo(before);
    }

    private static Answer adjusted(String location) {
        return staff.post(
                "/inventory/adjustments",
                Map.of("items", List.of(Map.of("location", location, "sku", cup, "delta", 1, "reason", "FOUND"))));
    }

    @Test
    void at_the_own_location_the_work_can_be_done_and_the_network_stays_closed() {
        String number = WORLD.place(mug, 1).text("/shipments/0/shipmentNumber");
        Answer done = staff.post("/shipments/" + number + "/acknowledgement", Map.of("acceptRest", true));
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(staff.get("/shipments/" + number).text("/state")).isEqualTo("ACKNOWLEDGED");
        assertThat(staff.get("/inventory/feeds/" + ownFeed).status()).isEqualTo(200);
        String pen = WORLD.product("PEN");
        assertThat(staff.put("/inventory/" + here + "/" + pen, Map.of("onHand", 3))
                        .status())
                .isEqualTo(200);
        assertThat(staff.get("/products").status()).isEqualTo(200);
        for (String closed : List.of("/orders", "/vendors", "/users", "/journal", "/routing/vocabulary")) {
            BadInputTest.assertProblem(staff.get(closed), 403, "missing-scope");
        }
        assertThat(staff.get("/me").text("/atLocations/locations/0")).isEqualTo(here);
    }

    @Test
    void without_a_location_nothing_is_seen_and_what_is_given_or_taken_holds_from_the_next_request() {
        Browser newcomer = People.of(BRAID).staff(WORLD.named("new@example.com"), List.of());
        assertThat(newcomer.get("/shipments").json().at("/items")).isEmpty();
        assertThat(newcomer.get("/inventory").json().at("/items")).isEmpty();
        assertThat(newcomer.get("/locations").json().at("/items")).isEmpty();
        assertThat(newcomer.get("/shipments/" + ownShipment).status()).isEqualTo(404);

        String path = "/users/" + newcomer.get("/me").text("/id");
        Map<String, Object> told = Map.of("name", "N", "roles", List.of("location-staff"));
        BadInputTest.assertProblem(
                ADMIN.put(path, with(told, "locations", List.of("NO-SUCH-PLACE"))), 422, "invalid-request");
        done(ADMIN.put(path, with(told, "locations", List.of(here, elsewhere))));
        assertThat(newcomer.get("/shipments?limit=200").body()).contains(ownShipment, foreignShipment);
        assertThat(newcomer.get("/inventory?limit=200").body()).contains(here, elsewhere);
        done(ADMIN.put(path, told));
        assertThat(newcomer.get("/shipments/" + ownShipment).status()).isEqualTo(404);

        done(ADMIN.put(path, with(told, "roles", List.of("location-staff", "care"))));
        assertThat(newcomer.get("/shipments/" + foreignShipment).status())
                .as("customer care sees all shipments")
                .isEqualTo(200);
        assertThat(newcomer.get("/inventory?sku=" + cup).json().at("/items"))
                .as("and reads all stock")
                .isNotEmpty();
        assertThat(newcomer.put("/inventory/" + elsewhere + "/" + cup, Map.of("onHand", 1))
                        .status())
                .as("and counts none of it")
                .isEqualTo(404);
    }

    private static Map<String, Object> with(Map<String, Object> body, String key, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(key, value);
        return changed;
    }
}

package io.braid.journeys;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Capacity in shipments, units or money per window, and planned downtime, from the location to the order. */
class A04_CapacityWindowsTest {
    private final World world = World.in(BraidUnderTest.shared());
    private final String mug = world.product("MUG");

    private String limited(String measure, String per, String limit) {
        Map<String, Object> capacity = measure.equals("MONEY")
                ? Map.of("measure", measure, "per", per, "limit", limit, "currency", "USD")
                : Map.of("measure", measure, "per", per, "limit", limit);
        String location = world.location("LIM", "WAREHOUSE", "38103", Map.of("capacities", List.of(capacity)));
        world.stock(location, mug, 1_000);
        return location;
    }

    @ParameterizedTest(name = "{0} of {2} per {1}: {3} of 3 orders of 2 mugs at 14.00")
    @CsvSource({
        "ORDERS, HOUR, 2, 2",
        "ORDERS, MONTH, 1, 1",
        "UNITS, DAY, 5, 2",
        "UNITS, WEEK, 1, 0",
        "MONEY, DAY, 84.00, 3",
        "MONEY, WEEK, 83.99, 2",
    })
    void a_location_takes_what_its_window_has_room_for(String measure, String per, String limit, int taken) {
        limited(measure, per, limit);
        int routed = 0;
        for (int i = 0; i < 3; i++) {
            routed += world.place(mug, 2).text("/state").equals("ROUTED") ? 1 : 0;
        }
        assertThat(routed).isEqualTo(taken);
    }

    @Test
    void thirty_two_clients_cannot_take_more_than_the_last_units() throws Exception {
        limited("UNITS", "DAY", "7");
        List<Map<String, Object>> orders = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            orders.add(world.orderFor(mug, 1));
        }
        int routed = 0;
        try (ExecutorService clients = Executors.newFixedThreadPool(32)) {
            List<Future<Answer>> answers = new ArrayList<>();
            orders.forEach(
                    order -> answers.add(clients.submit(() -> world.braid().post("/api/v1/orders", order))));
            for (Future<Answer> answer : answers) {
                routed += done(answer.get()).text("/state").equals("ROUTED") ? 1 : 0;
            }
        }
        assertThat(routed).isEqualTo(7);
    }

    @Test
    void a_downtime_is_told_and_a_rule_can_ask_for_it() {
        Map<String, String> down =
                Map.of("from", "2000-01-01T00:00:00Z", "to", "2100-01-01T00:00:00Z", "reason", "the roof is mended");
        String location = world.location("DOWN", "WAREHOUSE", "38103", Map.of("downtimes", List.of(down)));
        world.stock(location, mug, 5);
        assertThat(world.braid().get("/api/v1/locations/" + location).text("/downtimes/0/reason"))
                .isEqualTo("the roof is mended");
        Map<String, Object> trial = world.orderFor(mug, 1);
        trial.put(
                "strategy",
                Map.of(
                        "name",
                        "trial",
                        "routes",
                        List.of(Map.of(
                                "fulfillmentType",
                                "SHIP",
                                "scenarios",
                                List.of(Map.of(
                                        "name",
                                        "one",
                                        "filters",
                                        List.of(Map.of(
                                                "field", "location.inDowntime", "operator", "EQUALS", "value", false)),
                                        "assignment",
                                        Map.of("mode", "FIRST_FIT")))))));
        assertThat(done(world.braid().post("/api/v1/routing/suggestions", trial))
                        .text("/assigned"))
                .isEqualTo("false");
    }
}

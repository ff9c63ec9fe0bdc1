package io.braid.journeys;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person reads of an order's decisions: which units, which shipment, which reason, which window. */
class C08_WhyTest {
    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final World world = World.in(braid);
    private String mug = "";
    private String near = "";

    @BeforeEach
    void a_near_and_a_far_location() {
        mug = world.product("MUG");
        near = world.warehouse("MEM", "38118");
        world.stock(near, mug, 2);
        world.stock(world.warehouse("LA", "90001"), mug, 9);
    }

    private String why(Answer order) {
        String number = order.text("/orderNumber");
        return done(braid.get("/api/v1/orders/" + number + "/decisions?format=text"))
                .body();
    }

    @Test
    void units_that_are_promised_to_others_are_named() {
        assertThat(why(world.place(mug, 2)))
                .contains(near + ": Chosen: ranked 1st of 2")
                .contains("; gives 2 of line 1");
        assertThat(why(world.place(mug, 1)))
                .contains("Not " + near + ": all 2 there of " + mug + " are promised to other orders (line 1)");
    }

    @Test
    void a_shortfall_names_its_shipment_and_reason_and_who_gave_up_before() {
        Answer order = world.place(mug, 2);
        String first = order.text("/shipments/0/shipmentNumber");
        done(braid.post(
                "/api/v1/shipments/" + first + "/acknowledgement",
                Map.of("lines", List.of(Map.of("line", 1, "accepted", 0, "reason", "CANNOT_SHIP_IN_TIME")))));
        assertThat(why(order))
                .contains("Decision 2 (SHORTFALL)")
                .contains("  Shipment " + first + " at " + near + " gave up 2 of line 1 (CANNOT_SHIP_IN_TIME)\n")
                .contains("Not " + near + ": gave up units of it in shipment " + first
                        + ": CANNOT_SHIP_IN_TIME (line 1)\n");
    }

    @Test
    void a_full_window_is_told_with_its_size_and_its_end() {
        String small = world.location("BNA", "WAREHOUSE", "38103", Map.of("dailyCapacity", 1));
        String hourly = world.location(
                "NSH",
                "WAREHOUSE",
                "38104",
                Map.of("capacities", List.of(Map.of("measure", "UNITS", "per", "HOUR", "limit", "1"))));
        world.stock(small, mug, 9);
        world.stock(hourly, mug, 9);
        world.place(mug, 2);
        assertThat(why(world.place(mug, 2)))
                .contains("Not " + small + ": its capacity is used up: 1 shipment a day, until 2026-11-24 00:00 CST")
                .contains("Not " + hourly + ": capacity left for only 1 more units, of 1 unit an hour, until"
                        + " 2026-11-23 12:00 CST (line 1)");
    }

    @Test
    void what_nobody_has_is_told_with_what_follows() {
        String lamp = world.product("LAMP");
        assertThat(why(world.place(mug, 1, lamp, 2)))
                .contains("  Not placed (BACKORDER): 2 of line 2: no location has any\n");
    }

    @Test
    void a_name_on_two_lines_is_refused() {
        Answer refused = braid.post("/api/v1/routing/strategies", Map.of("name", "a\nDecision 2", "routes", List.of()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("must be on one line");
    }
}

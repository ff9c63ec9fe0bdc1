package io.braid.journeys;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stock that lies there and may not be sold: the decision names the location and says why. */
class C03_BarredTest {
    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final World world = World.in(braid);
    private String mug = "";
    private String far = "";

    @BeforeEach
    void a_warehouse_far_away_that_may_sell() {
        mug = world.product("MUG");
        far = world.warehouse("LA", "90001");
        world.stock(far, mug, 10);
    }

    /** An order goes far away although stock lies nearer. */
    private void orderGoesFar(String near, String why) {
        Answer order = world.place(mug, 1);
        assertThat(order.text("/shipments/0/location")).isEqualTo(far);
        String text = braid.get("/api/v1/orders/" + order.text("/orderNumber") + "/decisions")
                .body();
        assertThat(text).contains("Chosen: ranked 1st of 1").contains("\"Not " + near + ": " + why);
    }

    @Test
    void a_vendor_without_a_price_valid_today_may_not_sell() {
        String acme = world.vendor("acme");
        String lamp = world.product("LAMP");
        String near = world.vendorLocation(acme, "MEM", "38118");
        world.item(acme, lamp, "3.00");
        world.activate(acme);
        world.stock(near, mug, 10);

        orderGoesFar(near, "no contracted price on 2026-11-23 for " + mug + " (line 1)\"");
    }

    @Test
    void a_vendor_that_is_not_active_may_not_sell() {
        String acme = world.vendor("acme");
        String near = world.vendorLocation(acme, "MEM", "38118");
        world.item(acme, mug, "3.00");
        world.stock(near, mug, 10);

        orderGoesFar(near, "vendor " + acme + " is not active (line 1)\"");
    }

    @Test
    void a_blocked_position_may_not_be_sold_and_says_its_reason() {
        String near = world.warehouse("MEM", "38118");
        world.stock(near, mug, 10);
        done(braid.put("/api/v1/inventory/" + near + "/" + mug + "/block", Map.of("reason", "RECALL 17")));

        orderGoesFar(near, mug + " is blocked there: RECALL 17 (line 1)\"");
    }

    @Test
    void a_figure_that_is_too_old_may_not_be_sold() {
        String near = world.location("MEM", "WAREHOUSE", "38118", Map.of("freshnessHours", 2));
        world.stock(near, mug, 10);
        braid.clock().turn(Duration.ofHours(3));
        try {
            orderGoesFar(near, "its figure for " + mug + " is of 2026-11-23T");
        } finally {
            braid.clock().turn(Duration.ofHours(-3));
        }
    }

    @Test
    void units_that_are_held_back_may_not_be_sold() {
        String near = world.warehouse("MEM", "38118");
        done(braid.put("/api/v1/inventory/" + near + "/" + mug, Map.of("onHand", 4, "safetyStock", 5)));

        orderGoesFar(near, "its safety stock of 5 leaves none of 4 units of " + mug + " (line 1)\"");
    }

    @Test
    void what_is_not_there_at_all_is_not_named() {
        String empty = world.warehouse("MEM", "38118");
        world.stock(empty, mug, 0);
        Answer order = world.place(mug, 1);

        assertThat(braid.get("/api/v1/orders/" + order.text("/orderNumber") + "/decisions")
                        .body())
                .doesNotContain(empty);
    }
}

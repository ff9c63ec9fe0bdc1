package io.braid.journeys;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import io.braid.fulfillment.Crossings;
import io.braid.journal.Deed;
import io.braid.kernel.ShipmentNumber;
import io.braid.verify.Finding;
import io.braid.verify.Invariants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a canceled order's vendor gives up, or loses, is canceled: nobody takes it over, waits for it, pays for it. */
class C07_CanceledOrdersTest {
    /** Of its own: the clock is turned, and every sum of the whole database is checked. */
    private static final BraidUnderTest braid = BraidUnderTest.start();

    private static final int RACES = 16;

    private final JdbcClient owner = JdbcClient.create(braid.database().owner());
    private final World world = World.in(braid);
    private String mug = "";
    private String acme = "";
    private String other = "";
    private String key = "";
    private String otherKey = "";

    @AfterAll
    static void stop() {
        braid.close();
    }

    /** The nearer vendor pays for all it cancels. */
    @BeforeEach
    void two_vendors_with_mugs() {
        mug = world.product("MUG");
        acme = world.vendor("acme");
        String bolt = world.vendor("bolt");
        String near = world.vendorLocation(acme, "MEM", "38118");
        other = world.vendorLocation(bolt, "LA", "90001");
        for (String vendor : List.of(acme, bolt)) {
            world.item(vendor, mug, "7.25");
            world.activate(vendor);
        }
        world.stock(near, mug, 100);
        done(braid.put(
                "/api/v1/vendors/" + acme + "/terms",
                Map.of("billedPer", "NOTICE", "paymentDays", 30, "canceledPercent", "100")));
        key = world.vendorKey(acme);
        otherKey = world.vendorKey(bolt);
    }

    @AfterEach
    void every_sum_holds() {
        assertThat(braid.bean(Invariants.class).check()).allMatch(Finding::holds);
    }

    private static String order(Answer placed) {
        return placed.text("/orderNumber");
    }

    private static Answer cancel(String order) {
        return braid.post("/api/v1/orders/" + order + "/cancellations", Map.of());
    }

    private Answer acknowledge(String order, int accepted, String reason) {
        Map<String, Object> reply = Map.of("line", 1, "accepted", accepted, "reason", reason, "note", "as asked");
        return braid.post(
                "/api/v1/vendor/purchase-orders/" + order + "-1/acknowledgement", Map.of("lines", List.of(reply)), key);
    }

    private static String request(String order, String field) {
        return braid.get("/api/v1/amendments?order=" + order).text("/items/0/" + field);
    }

    private void canceledForGood(String order, String request) {
        Answer after = braid.get("/api/v1/orders/" + order);
        assertThat(after.text("/state")).as(after.body()).isEqualTo("CANCELED");
        assertThat(after.json().at("/shipments")).as("nobody takes it over").hasSize(1);
        assertThat(request(order, "state")).isEqualTo(request);
        assertThat(deductions(order)).isZero();
        assertThat(braid.get("/api/v1/shipments/" + order + "-1/canceled-items").text("/items/0/disposition"))
                .isEqualTo("CANCELED");
    }

    private long deductions(String order) {
        return owner.sql("select count(*) from deduction where order_number = ?")
                .param(Long.parseLong(order))
                .query(Long.class)
                .single();
    }

    @Test
    void what_the_vendor_rejects_goes_to_nobody_else() {
        world.stock(other, mug, 100);
        String order = order(world.place(mug, 4));
        done(cancel(order));

        done(acknowledge(order, 0, "SHORT_STOCK"));

        canceledForGood(order, "SETTLED");
        String id = request(order, "id");
        assertThat(done(braid.post("/api/v1/vendor/amendments/" + id + "/acceptance", Map.of(), key))
                        .text("/state"))
                .as("an answer that comes after is told how it ended")
                .isEqualTo("SETTLED");
    }

    @Test
    void what_is_taken_back_by_hand_goes_to_nobody_else() {
        world.stock(other, mug, 100);
        String order = order(world.place(mug, 4));
        done(cancel(order));

        done(braid.post("/api/v1/shipments/" + order + "-1/withdrawal", Map.of("reason", "NOT_ACKNOWLEDGED")));

        canceledForGood(order, "SETTLED");
    }

    @Test
    void what_is_taken_back_for_lateness_goes_to_nobody_else() {
        world.stock(other, mug, 100);
        whoeverIsLateLosesIt();
        String order = order(world.place(mug, 4));
        done(cancel(order));

        for (ShipmentNumber late : late()) {
            withdraw(late);
        }

        canceledForGood(order, "SETTLED");
    }

    @Test
    void what_the_vendor_acknowledged_less_waits_for_nothing_when_it_gives_up_the_rest() {
        String order = order(world.place(mug, 4));
        done(cancel(order));
        done(acknowledge(order, 2, "SHORT_STOCK"));
        Answer between = braid.get("/api/v1/orders/" + order);
        assertThat(between.text("/lines/0/canceled")).isEqualTo("2");
        assertThat(between.text("/lines/0/assigned")).isEqualTo("2");

        done(braid.post("/api/v1/vendor/amendments/" + request(order, "id") + "/acceptance", Map.of(), key));

        canceledForGood(order, "ACCEPTED");
        world.stock(other, mug, 100);
        assertThat(braid.get("/api/v1/orders?state=BACKORDERED").json().at("/items"))
                .isEmpty();
    }

    @Test
    void a_rejection_because_the_customer_canceled_costs_the_vendor_nothing_and_is_not_held_against_it() {
        String order = order(world.place(mug, 4));
        done(cancel(order));

        done(acknowledge(order, 0, "OTHER"));

        canceledForGood(order, "SETTLED");
        String uncanceled = order(world.place(mug, 2));
        done(acknowledge(uncanceled, 1, "CANNOT_SHIP_IN_TIME"));
        assertThat(deductions(uncanceled)).isEqualTo(1);
        braid.clock().turn(Duration.ofHours(1));
        assertThat(accepted()).as("one of two, and not one of six").isEqualTo("1/2");
    }

    private String accepted() {
        for (var figure :
                braid.get("/api/v1/vendors/" + acme + "/scorecard").json().at("/metrics")) {
            if (figure.at("/metric").asString().equals("ITEM_ACCEPTANCE")) {
                return figure.at("/good").asString() + "/"
                        + figure.at("/counted").asString();
            }
        }
        return "no figure";
    }

    @Test
    void what_a_vendor_gives_up_after_refusing_goes_to_nobody_either() {
        world.stock(other, mug, 100);
        String order = order(world.place(mug, 4));
        done(cancel(order));
        done(braid.post(
                "/api/v1/vendor/amendments/" + request(order, "id") + "/refusal",
                Map.of("comment", "on the belt"),
                key));

        done(acknowledge(order, 0, "DAMAGED"));

        canceledForGood(order, "REFUSED");
    }

    private void whoeverIsLateLosesIt() {
        Map<String, Object> policy = Map.of(
                "name",
                acme,
                "vendor",
                acme,
                "measure",
                "CALENDAR",
                "acknowledge",
                Map.of("withinHours", 4, "atRiskHours", 1, "onBreach", "WITHDRAW_AND_REROUTE"),
                "ship",
                Map.of("withinHours", 48, "atRiskHours", 2, "onBreach", "NONE"));
        done(braid.put("/api/v1/sla/policies", Map.of("policies", List.of(policy))));
    }

    private static List<ShipmentNumber> late() {
        braid.clock().turn(Duration.ofHours(5));
        Crossings crossings = braid.bean(Crossings.class);
        while (crossings.tell(deed(), 1_000) > 0) {
            // Until everything has been told.
        }
        return crossings.claimWithdrawals(deed(), 1_000);
    }

    private static Object withdraw(ShipmentNumber late) {
        return braid.bean(Crossings.class).withdraw(deed(), late);
    }

    private static Deed deed() {
        return Deed.bySystem("test", braid.clock().instant());
    }

    @Test
    void whatever_crosses_a_cancellation_nothing_begins_after_it() throws Exception {
        long seed = Long.getLong("braid.seed", System.nanoTime());
        System.out.println("C07 seed " + seed);
        Random random = new Random(seed);
        world.stock(other, mug, 100);
        whoeverIsLateLosesIt();
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < RACES; i++) {
            orders.add(order(world.place(mug, 1 + random.nextInt(3))));
        }
        assertThat(late()).hasSizeGreaterThanOrEqualTo(RACES);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (String order : orders) {
                List<Callable<Object>> deeds = new ArrayList<>(List.of(
                        () -> done(cancel(order)),
                        random.nextBoolean()
                                ? () -> acknowledge(order, 0, "SHORT_STOCK")
                                : () -> withdraw(ShipmentNumber.parse(order + "-1"))));
                if (random.nextBoolean()) {
                    deeds.addFirst(deeds.removeLast());
                }
                deeds.forEach(deed -> all.add(clients.submit(deed)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        orders.forEach(this::nothingBeganAfterTheCancellation);
    }

    private void nothingBeganAfterTheCancellation(String order) {
        List<String> asked = owner.sql("select shipment from amendment where order_number = ?")
                .param(Long.parseLong(order))
                .query(String.class)
                .list();
        assertThat(asked).as("order " + order).hasSize(1);
        if (asked.contains("1")) {
            canceledForGood(order, "SETTLED");
            return;
        }
        Answer elsewhere = braid.get("/api/v1/amendments?order=" + order);
        assertThat(elsewhere.text("/items/0/state")).isEqualTo("REQUESTED");
        done(braid.post(
                "/api/v1/vendor/amendments/" + elsewhere.text("/items/0/id") + "/acceptance", Map.of(), otherKey));
        Answer after = braid.get("/api/v1/orders/" + order);
        assertThat(after.text("/state")).as(after.body()).isEqualTo("CANCELED");
    }
}

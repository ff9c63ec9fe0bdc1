package io.braid.journeys;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import io.braid.verify.Finding;
import io.braid.verify.Invariants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a shipment took of its location's windows and will not ship is given back, where it was taken and no more. */
class C06_RoomGivenBackTest {
    private static final BraidUnderTest braid = BraidUnderTest.start();
    private static final int CLIENTS = 16;
    private static final int DEEDS_EACH = 12;
    private static final int BUSY_MAX = 20;

    private final World world = World.in(braid);
    private final String mug = world.product("MUG");
    private final String cup = world.product("CUP");
    private final Queue<String> open = new ConcurrentLinkedQueue<>();

    @AfterAll
    static void stop() {
        braid.close();
    }

    @AfterEach
    void every_sum_holds() {
        assertThat(braid.bean(Invariants.class).check()).allMatch(Finding::holds);
    }

    private String limited(String name, Object... limits) {
        List<Map<String, Object>> capacities = new ArrayList<>();
        for (int i = 0; i < limits.length; i += 2) {
            String[] window = limits[i].toString().split(" per ");
            capacities.add(
                    window[0].equals("MONEY")
                            ? Map.of("measure", window[0], "per", window[1], "limit", limits[i + 1], "currency", "USD")
                            : Map.of("measure", window[0], "per", window[1], "limit", limits[i + 1]));
        }
        String location = world.location(name, "WAREHOUSE", "38103", Map.of("capacities", capacities));
        world.stock(location, mug, 1_000);
        world.stock(location, cup, 1_000);
        return location;
    }

    /** What is used of a location's windows of that measure, from the earliest on. */
    private static List<String> used(String location, String measure) {
        return JdbcClient.create(braid.database().owner())
                .sql("select trim_scale(used)::text from location_window where location = ? and measure = ?"
                        + " order by starts_at")
                .params(location, measure)
                .query(String.class)
                .list();
    }

    private static Answer deed(String shipment, String what) {
        String path = "/api/v1/shipments/" + shipment;
        return switch (what) {
            case "REJECTED" -> acknowledge(path, 0, 0);
            case "PARTLY REJECTED" -> acknowledge(path, 1, 0);
            case "SHORT" -> {
                done(braid.post(path + "/acknowledgement", Map.of("acceptRest", true)));
                yield braid.post(
                        path + "/cancellations",
                        Map.of("lines", List.of(Map.of("line", 1, "quantity", 2, "reason", "DAMAGED"))));
            }
            case "WITHDRAWN" -> braid.post(path + "/withdrawal", Map.of("reason", "NOT_ACKNOWLEDGED"));
            case "CANCELED" ->
                braid.post(
                        "/api/v1/orders/" + shipment.substring(0, shipment.indexOf('-')) + "/cancellations", Map.of());
            case "NOTHING" -> braid.get(path);
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static Answer acknowledge(String path, int mugs, int cups) {
        return braid.post(
                path + "/acknowledgement",
                Map.of(
                        "lines",
                        List.of(
                                Map.of("line", 1, "accepted", mugs, "reason", "SHORT_STOCK"),
                                Map.of("line", 2, "accepted", cups, "reason", "SHORT_STOCK"))));
    }

    @ParameterizedTest(name = "of 3 mugs and 1 cup at 14.00: {0} leaves {1} orders, {2} units, {3} in money")
    @CsvSource({
        "NOTHING,         1, 4, 56",
        "REJECTED,        0, 0, 0",
        "PARTLY REJECTED, 1, 1, 14",
        "SHORT,           1, 2, 28",
        "WITHDRAWN,       0, 0, 0",
        "CANCELED,        0, 0, 0",
    })
    void what_will_not_ship_leaves_its_windows(String what, String orders, String units, String money) {
        String location = limited("LIM", "ORDERS per WEEK", "5", "UNITS per DAY", "10", "MONEY per MONTH", "90.00");
        Answer order = world.place(mug, 3, cup, 1);
        done(deed(order.text("/shipments/0/shipmentNumber"), what));
        assertThat(used(location, "ORDERS")).containsExactly(orders);
        assertThat(used(location, "UNITS")).containsExactly(units);
        assertThat(used(location, "MONEY")).containsExactly(money);
    }

    @Test
    void the_room_given_back_is_taken_by_the_next_order() {
        String small = limited("LIM", "UNITS per DAY", "4");
        String first = world.place(mug, 3, cup, 1).text("/shipments/0/shipmentNumber");
        assertThat(world.place(mug, 1).text("/state")).isEqualTo("BACKORDERED");
        done(deed(first, "PARTLY REJECTED"));
        assertThat(world.place(mug, 3).text("/shipments/0/location")).isEqualTo(small);
        assertThat(used(small, "UNITS")).containsExactly("4");
    }

    @Test
    void it_is_given_back_to_the_window_it_was_taken_from() {
        String location = limited("LIM", "UNITS per HOUR", "10");
        String early = world.place(mug, 3, cup, 1).text("/shipments/0/shipmentNumber");
        braid.clock().turn(Duration.ofHours(1));
        world.place(mug, 2);
        done(deed(early, "REJECTED"));
        assertThat(used(location, "UNITS")).containsExactly("0", "2");
    }

    @Test
    void what_the_limit_became_meanwhile_does_not_matter() {
        String location = limited("LIM", "UNITS per DAY", "10");
        String order = world.place(mug, 3, cup, 1).text("/shipments/0/shipmentNumber");
        JdbcClient.create(braid.database().owner())
                .sql("update location set capacities = '[]' where code = ?")
                .param(location)
                .update();
        done(deed(order, "PARTLY REJECTED"));
        assertThat(used(location, "UNITS")).containsExactly("1");
    }

    @Test
    void sixteen_clients_take_and_give_back_at_once_and_every_window_is_right() throws Exception {
        long seed = Long.getLong("braid.seed", System.nanoTime());
        System.out.println("C06 seed " + seed);
        limited("ONE", "UNITS per DAY", "12", "ORDERS per HOUR", "9");
        limited("TWO", "MONEY per WEEK", "168.00", "UNITS per MONTH", "30");
        limited("THREE", "ORDERS per DAY", "6");
        CyclicBarrier start = new CyclicBarrier(CLIENTS);
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Random random = new Random(seed + client);
                all.add(clients.submit(() -> {
                    start.await();
                    for (int i = 0; i < DEEDS_EACH; i++) {
                        takeOrGiveBack(random);
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(JdbcClient.create(braid.database().owner())
                        .sql("select count(*) from window_booking where given_back > 0")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    private void takeOrGiveBack(Random random) {
        String shipment = random.nextBoolean() ? open.poll() : null;
        if (shipment == null) {
            Map<String, Object> order;
            synchronized (world) {
                order = world.orderFor(mug, 2 + random.nextInt(2), cup, 1);
            }
            Answer placed = done(asked("/api/v1/orders", order));
            placed.json()
                    .at("/shipments")
                    .forEach(s -> open.add(s.at("/shipmentNumber").asString()));
            return;
        }
        String path = "/api/v1/shipments/" + shipment;
        Answer answer = switch (random.nextInt(4)) {
            case 0 -> asked(path + "/withdrawal", Map.of("reason", "NOT_ACKNOWLEDGED"));
            case 1 ->
                asked("/api/v1/orders/" + shipment.substring(0, shipment.indexOf('-')) + "/cancellations", Map.of());
            default ->
                asked(
                        path + "/acknowledgement",
                        Map.of(
                                "lines",
                                List.of(Map.of("line", 1, "accepted", 0, "reason", "CANNOT_SHIP_IN_TIME")),
                                "acceptRest",
                                true));
        };
        assertThat(answer.status()).as(answer.body()).isIn(200, 409);
        // Whoever took it over is asked as well.
        braid.get("/api/v1/orders/" + shipment.substring(0, shipment.indexOf('-')))
                .json()
                .at("/shipments")
                .forEach(s -> {
                    if (s.at("/state").asString("").equals("READY")) {
                        open.add(s.at("/shipmentNumber").asString());
                    }
                });
    }

    /** As a client does it: a database that is busy says so, has changed nothing, and is asked again. */
    private static Answer asked(String path, Object body) {
        Answer answer = braid.post(path, body);
        for (int again = 0; answer.status() == 503 && again < BUSY_MAX; again++) {
            answer = braid.post(path, body);
        }
        return answer;
    }
}

package io.braid.journeys;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.Answer;
import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import io.braid.fulfillment.Crossings;
import io.braid.journal.Deed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is promised when a shipment is opened, who sees that it is late, and that it is told once. */
class S01_ServiceLevelsTest {
    private static final String POLICIES = "/api/v1/sla/policies";
    private static BraidUnderTest braid;

    private World world;
    private String acme = "";
    private String near = "";
    private String own = "";
    private String mug = "";
    private String key = "";

    @BeforeAll
    static void start() {
        braid = BraidUnderTest.start();
    }

    @AfterAll
    static void stop() {
        braid.close();
    }

    /** Open from eight to five in Chicago, Monday to Friday, cut-off at three. It is Monday, eleven o'clock there. */
    @BeforeEach
    void a_vendor_with_business_hours_and_a_warehouse() {
        world = World.in(braid);
        mug = world.product("MUG");
        acme = world.vendor("acme");
        List<Map<String, String>> office = List.of("MON", "TUE", "WED", "THU", "FRI").stream()
                .map(day -> Map.of("day", day, "open", "08:00", "close", "17:00"))
                .toList();
        near = world.location(
                "MEM",
                "VENDOR",
                "38118",
                Map.of("vendor", acme, "operatingHours", office, "cutOff", "15:00", "holidays", List.of("2026-11-26")));
        own = world.warehouse("LA", "90001");
        world.item(acme, mug, "7.25");
        world.activate(acme);
        world.stock(near, mug, 100);
        key = world.vendorKey(acme);
        braid.clock().turnTo(Instant.parse("2026-11-23T17:00:00Z"));
    }

    private static Map<String, Object> step(Object hours, String onBreach) {
        return Map.of("withinHours", hours, "atRiskShare", 0.25, "onBreach", onBreach);
    }

    private static Map<String, Object> policy(String name, String scope, String value, Object acknowledge) {
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("name", name);
        if (!scope.isEmpty()) {
            policy.put(scope, value);
        }
        policy.put("measure", "BUSINESS_HOURS");
        policy.put("acknowledge", acknowledge);
        policy.put("ship", Map.of("withinHours", 18, "atRiskHours", 2, "onBreach", "ESCALATE"));
        return policy;
    }

    private static Answer put(Object... policies) {
        return braid.put(POLICIES, Map.of("policies", List.of(policies)));
    }

    private String ordered() {
        Answer order = world.place(mug, 1);
        assertThat(order.text("/shipments/0/location")).isEqualTo(near);
        return order.text("/shipments/0/shipmentNumber");
    }

    private List<String> listed(String filters, String as) {
        String path = as.equals(BraidUnderTest.OPERATOR_KEY) ? "/api/v1/shipments" : "/api/v1/vendor/purchase-orders";
        List<String> numbers = new ArrayList<>();
        for (JsonNode one :
                done(braid.get(path + "?location=" + near + filters, as)).json().at("/items")) {
            numbers.add(one.at("/shipmentNumber").asString());
        }
        return numbers;
    }

    private List<String> told(String shipment) {
        List<String> types = new ArrayList<>();
        for (JsonNode one : done(braid.get("/api/v1/journal?subject=sla:" + shipment))
                .json()
                .at("/items")) {
            types.add(one.at("/type").asString() + " " + one.at("/data/step").asString());
        }
        return types;
    }

    private int sweep() {
        return braid.bean(Crossings.class)
                .tell(Deed.bySystem("test", braid.clock().instant()), 500);
    }

    private String status(String shipment) {
        return done(braid.get("/api/v1/shipments/" + shipment)).text("/slaStatus");
    }

    @Test
    void the_most_specific_policy_gives_the_due_times_in_the_locations_working_hours() {
        done(put(
                policy("everybody", "", "", step(8, "NONE")),
                policy("all vendors", "locationKind", "VENDOR", step(6, "NONE")),
                policy("acme", "vendor", acme, step(4, "REMIND")),
                policy("memphis", "location", near, step(2, "REMIND"))));
        Answer first = braid.get("/api/v1/shipments/" + ordered());
        assertThat(first.text("/acknowledgeBy")).isEqualTo("2026-11-23T19:00:00Z");
        assertThat(first.text("/atRiskFrom")).isEqualTo("2026-11-23T18:30:00Z");
        // Six hours today, nine tomorrow, three on Wednesday.
        assertThat(first.text("/shipBy")).isEqualTo("2026-11-25T17:00:00Z");

        done(put(policy("everybody", "", "", step(8, "NONE")), policy("acme", "vendor", acme, step(4, "REMIND"))));
        braid.clock().turnTo(Instant.parse("2026-11-25T21:30:00Z"));
        // After Wednesday's cut-off, and Thursday is Thanksgiving.
        Answer second = braid.get("/api/v1/shipments/" + ordered());
        assertThat(second.text("/acknowledgeBy")).isEqualTo("2026-11-27T18:00:00Z");
        assertThat(done(braid.get("/api/v1/shipments/" + first.text("/shipmentNumber")))
                        .text("/acknowledgeBy"))
                .as("what was promised stays")
                .isEqualTo("2026-11-23T19:00:00Z");

        done(put());
        assertThat(braid.get("/api/v1/shipments/" + ordered()).text("/acknowledgeBy"))
                .isEqualTo("2026-11-26T21:30:00Z");
    }

    @Test
    void lateness_is_seen_by_both_at_once_and_told_once() {
        done(put(policy("acme", "vendor", acme, step(4, "REMIND"))));
        String number = ordered();
        for (String as : List.of(BraidUnderTest.OPERATOR_KEY, key)) {
            assertThat(listed("&slaStatus=ON_TIME", as)).containsExactly(number);
        }

        braid.clock().turn(Duration.ofHours(3));
        for (String as : List.of(BraidUnderTest.OPERATOR_KEY, key)) {
            assertThat(listed("&slaStatus=AT_RISK&state=READY", as)).containsExactly(number);
            assertThat(listed("&slaStatus=ON_TIME", as)).isEmpty();
        }
        sweep();
        assertThat(sweep()).isZero();
        assertThat(told(number)).containsExactly("ShipmentAtRisk ACKNOWLEDGE");
        assertThat(listed("&slaStatus=AT_RISK", key)).containsExactly(number);

        braid.clock().turn(Duration.ofHours(1).plusSeconds(1));
        assertThat(status(number)).isEqualTo("OVERDUE");
        assertThat(listed("&slaStatus=OVERDUE", key)).containsExactly(number);
        assertThat(listed("&slaStatus=AT_RISK", key)).isEmpty();
        sweep();
        assertThat(told(number))
                .containsExactly(
                        "ShipmentAtRisk ACKNOWLEDGE", "ShipmentOverdue ACKNOWLEDGE", "ShipmentReminded ACKNOWLEDGE");

        done(braid.post(
                "/api/v1/vendor/purchase-orders/" + number + "/acknowledgement",
                Map.of("acceptRest", true, "expectedVersion", 1),
                key));
        assertThat(listed("&slaStatus=ON_TIME", key))
                .as("step 2 has its own time")
                .containsExactly(number);
        braid.clock().turnTo(Instant.parse("2026-12-24T17:00:00Z"));
        sweep();
        assertThat(told(number)).endsWith("ShipmentOverdue SHIP", "ShipmentEscalated SHIP");
        assertThat(listed("&slaStatus=OVERDUE&state=ACKNOWLEDGED", BraidUnderTest.OPERATOR_KEY))
                .containsExactly(number);
    }

    @Test
    void of_sweepers_at_the_same_moment_exactly_one_tells() throws Exception {
        done(put(policy("acme", "vendor", acme, step(4, "REMIND"))));
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            numbers.add(ordered());
        }
        braid.clock().turn(Duration.ofDays(2));
        CyclicBarrier barrier = new CyclicBarrier(4);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> sweeps = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                sweeps.add(threads.submit(() -> {
                    barrier.await();
                    return sweep();
                }));
            }
            for (Future<Integer> one : sweeps) {
                one.get();
            }
        }
        sweep();
        assertThat(numbers)
                .allSatisfy(number -> assertThat(told(number))
                        .containsExactly("ShipmentOverdue ACKNOWLEDGE", "ShipmentReminded ACKNOWLEDGE"));
    }

    @Test
    void what_crosses_while_no_sweep_runs_is_listed_all_the_same() {
        done(put(policy("acme", "vendor", acme, step(4, "NONE"))));
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            numbers.add(ordered());
        }
        // As if nobody had looked since they were opened; whether the job looks again meanwhile makes no difference.
        JdbcClient owner = JdbcClient.create(braid.database().owner());
        braid.clock().turn(Duration.ofDays(3));
        sweep();
        owner.sql("update shipment set sla_mark = 0 where location = ?")
                .param(near)
                .update();
        assertThat(listed("&slaStatus=OVERDUE&limit=2", BraidUnderTest.OPERATOR_KEY))
                .isEqualTo(numbers.subList(0, 2));
    }

    @Test
    void who_does_not_answer_in_time_loses_the_order_to_the_next_location_and_is_told_so() {
        done(put(policy("acme", "vendor", acme, step(4, "WITHDRAW_AND_REROUTE"))));
        world.stock(own, mug, 100);
        String number = ordered();
        braid.clock().turn(Duration.ofHours(5));
        sweep();
        withdraw();

        assertThat(done(braid.get("/api/v1/shipments/" + number)).text("/state"))
                .isEqualTo("REASSIGNED");
        String order = number.substring(0, number.indexOf('-'));
        Answer next = done(braid.get("/api/v1/shipments/" + order + "-2"));
        assertThat(next.text("/location")).isEqualTo(own);
        assertThat(next.text("/state")).isEqualTo("READY");
        Answer canceled = braid.get("/api/v1/vendor/purchase-orders/" + number + "/canceled-items", key);
        assertThat(canceled.text("/items/0/lines/0/reason")).isEqualTo("NOT_ACKNOWLEDGED");
        Answer late = braid.post(
                "/api/v1/vendor/purchase-orders/" + number + "/acknowledgement", Map.of("acceptRest", true), key);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/detail")).contains("given to another location");
        assertThat(status(number)).isEqualTo("OVERDUE");
        assertThat(world.place(mug, 1).text("/shipments/0/location"))
                .as("what else the vendor has of it is set aside")
                .isEqualTo(own);
    }

    private void withdraw() {
        Crossings crossings = braid.bean(Crossings.class);
        Deed deed = Deed.bySystem("test", braid.clock().instant());
        crossings.claimWithdrawals(deed, 100).forEach(shipment -> crossings.withdraw(deed, shipment));
    }

    @Test
    void of_an_acknowledgement_and_a_withdrawal_at_once_exactly_one_wins() throws Exception {
        done(put(policy("acme", "vendor", acme, step(4, "WITHDRAW_AND_REROUTE"))));
        world.stock(own, mug, 100);
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            numbers.add(ordered());
        }
        braid.clock().turn(Duration.ofHours(5));
        sweep();
        int acknowledged = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> withdrawing = threads.submit(this::withdraw);
            List<Future<Answer>> answers = new ArrayList<>();
            for (String number : numbers) {
                answers.add(threads.submit(() -> braid.post(
                        "/api/v1/vendor/purchase-orders/" + number + "/acknowledgement",
                        Map.of("acceptRest", true),
                        key)));
            }
            withdrawing.get();
            for (int i = 0; i < numbers.size(); i++) {
                int told = answers.get(i).get().status();
                String state =
                        done(braid.get("/api/v1/shipments/" + numbers.get(i))).text("/state");
                assertThat(told + " " + state).isIn("200 ACKNOWLEDGED", "409 REASSIGNED");
                acknowledged += told == 200 ? 1 : 0;
            }
        }
        List<String> again = new ArrayList<>(listed("&state=REASSIGNED", key));
        assertThat(again).hasSize(numbers.size() - acknowledged);
        assertThat(done(braid.get("/api/v1/shipments?location=" + own)).json().at("/items"))
                .hasSize(numbers.size() - acknowledged);
    }

    @Test
    void an_expected_day_is_shown_beside_the_promise_and_changes_nothing_else() {
        String number = ordered();
        String promised = done(braid.get("/api/v1/shipments/" + number)).text("/shipBy");
        Map<String, String> body =
                Map.of("expectedShipDate", "2026-11-30", "reason", "OTHER", "note", "Ask Jane at the dock");

        Answer told = braid.post("/api/v1/vendor/purchase-orders/" + number + "/expected-ship-date", body, key);

        assertThat(told.status()).as(told.body()).isEqualTo(200);
        Answer seen = done(braid.get("/api/v1/shipments/" + number));
        assertThat(seen.text("/expected/shipDate")).isEqualTo("2026-11-30");
        assertThat(seen.text("/shipBy")).isEqualTo(promised);
        assertThat(seen.text("/state")).isEqualTo("READY");
        assertThat(seen.text("/version")).isEqualTo("2");
        assertThat(braid.get("/api/v1/journal?subject=" + number).body())
                .contains("ExpectedShipDateChanged", "2026-11-30")
                .doesNotContain("Jane");
        for (Map<String, String> bad : List.of(
                Map.of("expectedShipDate", "2026-11-01", "reason", "CARRIER"),
                Map.of("expectedShipDate", "2026-12-01", "reason", "OTHER"),
                Map.of("expectedShipDate", "tomorrow", "reason", "CARRIER"))) {
            assertThat(braid.post("/api/v1/shipments/" + number + "/expected-ship-date", bad)
                            .status())
                    .as(bad.toString())
                    .isEqualTo(422);
        }
    }

    @Test
    void policies_that_make_no_sense_are_refused_with_a_place_and_nothing_changes() {
        done(put(policy("acme", "vendor", acme, step(4, "NONE"))));
        int version = Integer.parseInt(braid.get(POLICIES).text("/version"));
        Map<String, Object> tooLong = policy("x", "vendor", acme, Map.of("withinHours", 2, "atRiskHours", 3));
        Map<String, Object> tooNarrow = policy("x", "vendor", acme, step(1, "NONE"));
        tooNarrow.put("location", near);
        Map<String, Object> stepless = policy("x", "", "", step(1, "NONE"));
        stepless.remove("acknowledge");
        Map<String, Object> shipBack = policy("x", "", "", step(1, "NONE"));
        shipBack.put("ship", step(1, "WITHDRAW_AND_REROUTE"));

        refused("/policies/0/location", policy("x", "location", "NOWHERE", step(1, "NONE")));
        refused("/policies/0/vendor", policy("x", "vendor", "nobody", step(1, "NONE")));
        refused("/policies/0/acknowledge/withinHours", policy("x", "", "", Map.of("withinHours", 0)));
        refused("/policies/0/acknowledge/withinHours", policy("x", "", "", Map.of("withinHours", 0.001)));
        refused("/policies/0/acknowledge/withinHours", policy("x", "", "", Map.of("withinHours", 1e300)));
        refused("/policies/0/acknowledge", stepless);
        refused("/policies/0/acknowledge/atRiskHours", tooLong);
        refused("/policies/0/acknowledge/onBreach", policy("x", "", "", step(1, "SHOUT")));
        refused("/policies/0/ship/onBreach", shipBack);
        refused("/policies/0", tooNarrow);
        refused(
                "/policies/1",
                policy("a", "vendor", acme, step(1, "NONE")),
                policy("b", "vendor", acme, step(2, "NONE")));
        refused("/policies/1/name", policy("a", "", "", step(1, "NONE")), policy("a", "vendor", acme, step(2, "NONE")));
        assertThat(braid.put(POLICIES, Map.of("policies", List.of(), "expectedVersion", version - 1))
                        .status())
                .isEqualTo(409);
        assertThat(braid.get(POLICIES).text("/version")).isEqualTo(Integer.toString(version));
    }

    private static void refused(String pointer, Object... policies) {
        Answer answer = put(policies);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        List<String> pointers = new ArrayList<>();
        answer.json()
                .at("/errors")
                .forEach(one -> pointers.add(one.at("/pointer").asString()));
        assertThat(pointers).contains(pointer);
    }
}

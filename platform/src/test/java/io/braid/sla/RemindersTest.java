package io.braid.sla;

import static io.braid._support.World.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.braid._support.BraidUnderTest;
import io.braid._support.Mailbox;
import io.braid._support.People;
import io.braid._support.TurnableClock;
import io.braid._support.World;
import io.braid.fulfillment.Crossings;
import io.braid.journal.Deed;
import io.braid.store.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is written to when shipments are late: the right people, in one mail, once. */
class RemindersTest {
    private static final BraidUnderTest BRAID = BraidUnderTest.start();
    private static final String POLICIES = "/api/v1/sla/policies";
    private static final String OPERATOR = "admin@example.com";
    /** Each story has a day of its own: the operator's people are written to in all of them. */
    private static final AtomicInteger DAYS = new AtomicInteger();

    private final Instant morning = TurnableClock.START.plus(Duration.ofDays(DAYS.incrementAndGet()));
    private final World world = World.in(BRAID);
    private final People people = People.of(BRAID);
    private final String mug = world.product("MUG");
    private final String acme = world.vendor("acme");
    private final String memphis = world.vendorLocation(acme, "MEM", "38118");
    private final String fulfilment = world.named("ful@example.com");
    private final String finance = world.named("fin@example.com");
    private final Reminders reminders = BRAID.bean(Reminders.class);

    @AfterAll
    static void close() {
        BRAID.close();
    }

    @BeforeEach
    void a_vendor_with_people() {
        BRAID.clock().turnTo(morning);
        world.item(acme, mug, "7.25");
        world.activate(acme);
        world.stock(memphis, mug, 100);
        people.vendorUser(acme, "vendor-fulfilment", fulfilment);
        people.vendorUser(acme, "vendor-finance", finance);
        told(OPERATOR);
    }

    /** Acknowledged within four hours, the last one at risk. */
    private static void onBreach(String action) {
        Map<String, Object> step = Map.of("withinHours", 4, "atRiskHours", 1, "onBreach", action);
        done(BRAID.put(
                POLICIES,
                Map.of(
                        "policies",
                        List.of(Map.of("name", "all", "measure", "CALENDAR", "acknowledge", step, "ship", step)))));
    }

    private List<String> orders(int count) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(world.place(mug, 1).text("/shipments/0/shipmentNumber"));
        }
        return numbers;
    }

    /** The job does the same once a second; whoever is faster. */
    private void sweep() {
        Instant now = BRAID.clock().instant();
        Crossings crossings = BRAID.bean(Crossings.class);
        while (crossings.tell(Deed.bySystem("test", now), 500) > 0) {
            crossings.tell(Deed.bySystem("test", now), 500);
        }
        reminders.post(now);
    }

    private static List<String> told(String email) {
        return Mailbox.of(BRAID, email).texts().stream()
                .filter(text -> text.startsWith("These shipments"))
                .toList();
    }

    @Test
    void those_who_work_on_shipments_get_one_mail_for_all_of_them_at_risk_and_one_overdue() {
        onBreach("REMIND");
        List<String> numbers = orders(60);
        int operators = told(OPERATOR).size();

        BRAID.clock().turn(Duration.ofHours(3));
        sweep();
        sweep();

        assertThat(told(fulfilment)).singleElement().satisfies(text -> {
            assertThat(text)
                    .contains(numbers.getFirst() + " at " + memphis + ": acknowledge by "
                            + morning.toString().substring(0, 10) + " 21:00 UTC, at risk")
                    .contains("and 10 more");
            assertThat(text).as("nothing of the shopper").doesNotContain("Shopper", "shopper@", "Main St", "14.00");
        });
        assertThat(told(finance)).as("has nothing to do with shipments").isEmpty();
        assertThat(told(OPERATOR)).hasSize(operators);

        BRAID.clock().turn(Duration.ofHours(2));
        sweep();
        assertThat(told(fulfilment)).hasSize(2);
        assertThat(told(fulfilment).getFirst()).contains(numbers.getFirst()).contains(", overdue");
    }

    @Test
    void what_is_escalated_goes_to_the_operators_people_once_it_is_overdue() {
        onBreach("ESCALATE");
        String number = orders(1).getFirst();
        BRAID.clock().turn(Duration.ofHours(3));
        sweep();
        assertThat(told(fulfilment)).as("can still make it").hasSize(1);

        BRAID.clock().turn(Duration.ofHours(2));
        sweep();
        assertThat(told(fulfilment)).hasSize(1);
        assertThat(told(OPERATOR).getFirst())
                .contains(number + " at " + memphis)
                .contains("overdue");
    }

    @Test
    void of_an_owned_location_and_of_a_vendor_nobody_can_be_reached_at_the_operator_is_told() {
        onBreach("REMIND");
        String own = world.warehouse("LA", "90001");
        String cup = world.product("CUP");
        world.stock(own, cup, 10);
        String owned = world.place(cup, 1).text("/shipments/0/shipmentNumber");
        BRAID.put("/api/v1/vendors/" + acme + "/lockout", Map.of());
        String vendors = orders(1).getFirst();

        BRAID.clock().turn(Duration.ofHours(5));
        sweep();
        assertThat(told(OPERATOR).getFirst()).contains(owned).contains("Vendor " + acme + ":\n" + vendors);
        assertThat(told(fulfilment)).as("is kept out").isEmpty();
    }

    @Test
    void a_busy_hour_is_a_few_mails_and_not_one_a_second() {
        onBreach("REMIND");
        for (int i = 0; i < 3; i++) {
            orders(1);
            BRAID.clock().turn(Duration.ofMinutes(1));
        }
        BRAID.clock().turnTo(morning.plus(Duration.ofHours(3)));
        for (int i = 0; i < 40; i++) {
            sweep();
            BRAID.clock().turn(Duration.ofSeconds(30));
        }
        sweep();
        assertThat(told(fulfilment)).hasSize(2);
    }

    @Test
    void a_crash_while_writing_forgets_nothing_and_many_writers_tell_it_once() throws Exception {
        onBreach("REMIND");
        String number = orders(1).getFirst();
        Instant late = morning.plus(Duration.ofHours(5));
        Transactions transactions = BRAID.bean(Transactions.class);
        // The clock of the application stands still, so its own job finds nothing to do.
        assertThatThrownBy(() -> transactions.run(() -> {
                    BRAID.bean(Crossings.class).tell(Deed.bySystem("test", late), 500);
                    assertThat(reminders.post(late)).isPositive();
                    throw new IllegalStateException("the machine stops");
                }))
                .hasMessage("the machine stops");
        assertThat(told(fulfilment)).isEmpty();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                writers.add(threads.submit(() -> {
                    BRAID.bean(Crossings.class).tell(Deed.bySystem("test", late), 500);
                    reminders.post(late);
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        reminders.post(late);
        assertThat(told(fulfilment)).singleElement().asString().contains(number);
    }
}

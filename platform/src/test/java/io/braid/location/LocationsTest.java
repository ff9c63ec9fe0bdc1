package io.braid.location;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid._support.BraidUnderTest;
import io.braid._support.World;
import io.braid.journal.Deed;
import io.braid.journal.Journal;
import io.braid.kernel.CountryCode;
import io.braid.kernel.LocationCode;
import io.braid.kernel.PostalCode;
import io.braid.kernel.VendorCode;
import io.braid.store.Transactions;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LocationsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final BraidUnderTest braid = BraidUnderTest.shared();
    private final World world = World.in(braid);
    private final Deed deed = Deed.bySystem("test", braid.clock().instant());
    private final JdbcClient jdbc = JdbcClient.create(braid.database().app());

    @Test
    void two_instances_never_show_an_older_location_than_the_database_has() {
        Locations here = anInstance();
        Locations there = anInstance();
        LocationCode code = new LocationCode(world.warehouse("W", "38118"));
        Location seen = there.findLocation(code).orElseThrow();
        assertThat(there.findLocation(code)).as("cached").containsSame(seen);

        here.change(deed, named(seen, "Second"), OptionalInt.of(1)).orThrow();

        assertThat(there.findLocation(code).orElseThrow().name()).isEqualTo("Second");
    }

    @Test
    void what_was_rolled_back_is_not_remembered() {
        Locations locations = anInstance();
        LocationCode code = new LocationCode(world.warehouse("R", "38118"));
        Location seen = locations.findLocation(code).orElseThrow();
        Transactions transactions = braid.bean(Transactions.class);
        Locations inTransaction = braid.bean(Locations.class);

        try {
            transactions.run(() -> {
                inTransaction
                        .change(deed, named(seen, "Never"), OptionalInt.empty())
                        .orThrow();
                assertThat(inTransaction.findLocation(code).orElseThrow().name())
                        .isEqualTo("Never");
                throw new IllegalStateException("on purpose");
            });
        } catch (IllegalStateException onPurpose) {
            assertThat(onPurpose).hasMessage("on purpose");
        }
        locations.change(deed, named(seen, "Then"), OptionalInt.of(1)).orThrow();

        assertThat(inTransaction.findLocation(code).orElseThrow().name())
                .as("the same version number, another value")
                .isEqualTo("Then");
    }

    @Test
    void every_argument_of_a_search_counts() {
        LocationCode code = new LocationCode(world.warehouse("Q", "38118"));
        LocationStore store = new LocationStore(jdbc);
        assertThat(store.findAll(List.of(new LocationCode("q")))).isEmpty();
        assertThat(store.lock(new LocationCode("q"))).isEmpty();
        assertThat(store.existsOf(new VendorCode("nobody"))).isFalse();
        assertThat(store.list(LocationFilter.ALL, code.text(), 500))
                .extracting(Location::code)
                .doesNotContain(code);
        assertThat(store.list(LocationFilter.ALL, "", 1)).hasSize(1);
        PostalCodes codes = braid.bean(PostalCodes.class);
        PostalCode memphis = new PostalCode(new CountryCode("US"), "38118");
        PostalCode elsewhere = new PostalCode(new CountryCode("XX"), "38118");
        assertThat(codes.find(List.of(memphis, elsewhere))).containsOnlyKeys(memphis);
    }

    @Test
    void the_united_states_are_built_in_and_loaded_once() {
        int known = jdbc.sql("select count(*) from postal_code where country = 'US'")
                .query(Integer.class)
                .single();
        assertThat(known).isEqualTo(41_488);
        braid.bean(PostalCodes.class).loadBuiltIn();
    }

    @Test
    void capacity_is_never_exceeded_by_any_number_of_claims_at_once() throws Exception {
        LocationDay full = new LocationDay(limited("C1"), DAY);
        LocationDay other = new LocationDay(limited("C2"), DAY);
        Capacity capacity = braid.bean(Capacity.class);
        Transactions transactions = braid.bean(Transactions.class);
        Callable<Set<LocationDay>> claim = () -> transactions.call(() -> capacity.claim(Map.of(full, 1, other, 2)));
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Set<LocationDay>> failed = threads.invokeAll(Collections.nCopies(20, claim)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(failed.stream().filter(days -> !days.contains(full))).hasSize(5);
            assertThat(failed.stream().filter(days -> !days.contains(other))).hasSize(2);
        }
        assertThat(capacity.assignedOn(List.of(full, other)))
                .isEqualTo(Map.of(full.location(), 5, other.location(), 4));
        assertThat(capacity.assignedOn(List.of(new LocationDay(full.location(), DAY.plusDays(1)))))
                .isEmpty();
        LocationDay tomorrow = new LocationDay(full.location(), DAY.plusDays(1));
        assertThat(capacity.claim(Map.of(tomorrow, 6))).containsExactly(tomorrow);
    }

    private LocationCode limited(String name) {
        return new LocationCode(world.location(name, "WAREHOUSE", "38118", Map.of("dailyCapacity", 5)));
    }

    private Locations anInstance() {
        return new Locations(
                new LocationStore(jdbc),
                braid.bean(PostalCodes.class),
                vendor -> true,
                braid.bean(Journal.class),
                braid.bean(Transactions.class));
    }

    private static LocationDraft named(Location location, String name) {
        return new LocationDraft(
                location.code(),
                name,
                location.kind(),
                location.vendor(),
                location.address(),
                location.point(),
                location.hours(),
                location.cutOff(),
                location.dailyCapacity(),
                location.fulfillmentTypes(),
                location.groups(),
                location.attributes(),
                location.autoAcknowledge(),
                location.freshnessHours(),
                location.rank(),
                location.active(),
                location.downtimes(),
                location.capacities());
    }
}

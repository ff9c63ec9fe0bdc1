package io.braid.inventory;

import static io.braid.inventory.StockRoom.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.braid.inventory.StockRefusal.AdjustmentNotPossible;
import io.braid.inventory.StockRefusal.CountOutOfTime;
import io.braid.inventory.StockRefusal.LocationNotFound;
import io.braid.inventory.StockRefusal.ProductNotFound;
import io.braid.inventory.StockRefusal.VersionConflict;
import io.braid.kernel.Fault;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Outcome;
import io.braid.kernel.Quantity;
import io.braid.kernel.Refusal;
import io.braid.kernel.Sku;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CountsTest {
    private final StockRoom room = StockRoom.with(2, 2);
    private final StockKey key = room.key(0, 0);

    @Test
    void a_first_count_makes_the_position_and_a_second_one_moves_the_difference() {
        assertThat(room.count(key, 12).version()).isEqualTo(2);

        Position position = room.count(key, 7);

        assertThat(position.onHand()).isEqualTo(7);
        assertThat(position.source()).isEqualTo("API");
        assertThat(room.movesOf(key)).containsExactlyInAnyOrder("COUNT 12", "COUNT -5");
    }

    @Test
    void what_a_count_leaves_out_stays() {
        List<Incoming> incoming = List.of(new Incoming(new Quantity(40), LocalDate.of(2026, 12, 1)));
        set(new StockCount(key, new Quantity(5), new Quantity(2), incoming, room.now()));

        Position position = room.count(key, 6);

        assertThat(position.safetyStock()).isEqualTo(2);
        assertThat(position.incoming()).isEqualTo(incoming);
        assertThat(position.available()).isEqualTo(4);
    }

    @Test
    void a_count_older_than_the_last_one_is_ignored_and_said_to_be() {
        room.count(key, 9, room.now());

        Counted late = room.counts
                .set(
                        room.deed(),
                        new StockCount(
                                key, new Quantity(3), null, null, room.now().minusMillis(1)),
                        null)
                .orThrow();

        assertThat(late.applied()).isFalse();
        assertThat(late.position().onHand()).isEqualTo(9);
        assertThat(room.count(key, 4, room.now()).onHand()).isEqualTo(4);
    }

    @Test
    void counts_of_the_future_and_of_the_last_century_are_refused() {
        Instant skewed = room.now().plus(Duration.ofMinutes(5));

        assertThat(refusal(new StockCount(key, new Quantity(3), null, null, skewed.plusMillis(1))))
                .isInstanceOf(CountOutOfTime.class);
        assertThat(refusal(new StockCount(key, new Quantity(3), null, null, Instant.MIN)))
                .isInstanceOf(CountOutOfTime.class);
        assertThat(room.count(key, 3, skewed).onHand()).isEqualTo(3);
    }

    @Test
    void unknown_products_and_locations_are_refused_and_leave_nothing() {
        StockKey noProduct = new StockKey(new Sku("NONE"), key.location());
        StockKey noLocation = new StockKey(key.sku(), new LocationCode("NOWHERE"));

        assertThat(refusal(new StockCount(noProduct, Quantity.ZERO, null, null, room.now())))
                .isEqualTo(new ProductNotFound(noProduct.sku()));
        assertThat(refusal(new StockCount(noLocation, Quantity.ZERO, null, null, room.now())))
                .isEqualTo(new LocationNotFound(noLocation.location()));
        assertThat(room.positions.findPosition(noProduct)).isEmpty();
        assertThat(room.positions.findPosition(noLocation)).isEmpty();
    }

    @Test
    void an_expected_version_must_be_the_current_one() {
        StockCount count = new StockCount(key, new Quantity(3), null, null, room.now());

        assertThat(room.counts.set(room.deed(), count, 1L)).isEqualTo(Outcome.refused(new VersionConflict(key, 1, 0)));
        room.count(key, 1);
        assertThat(room.counts.set(room.deed(), count, 1L)).isEqualTo(Outcome.refused(new VersionConflict(key, 1, 2)));
        assertThat(room.counts.set(room.deed(), count, 2L).orThrow().applied()).isTrue();
    }

    @Test
    void a_count_below_what_is_promised_is_a_supply_break_told_each_time_it_grows() {
        room.count(key, 10);
        room.tryReserve(claim(key, 8));

        assertThat(room.count(key, 5).shortage()).isEqualTo(3);
        assertThat(room.count(key, 5).shortage()).isEqualTo(3);
        assertThat(room.count(key, 6).shortage()).isEqualTo(2);
        assertThat(room.count(key, 1).shortage()).isEqualTo(7);
        assertThat(room.count(key, 9).shortage()).isZero();

        assertThat(room.entriesOf(key)).containsExactly("SupplyBroken 1", "SupplyBroken 2");
        assertThat(room.brokenPositions()).isEmpty();
    }

    @Test
    void adjustments_change_what_is_there_and_keep_the_time_of_the_count() {
        Instant counted = room.now().minusSeconds(60);
        room.count(key, 10, counted);

        List<Position> positions = room.counts
                .adjust(room.deed(), List.of(adjustment(key, 5), adjustment(room.key(1, 1), 2), adjustment(key, -3)))
                .orThrow();

        assertThat(positions).extracting(Position::onHand).containsExactly(12, 2);
        assertThat(positions).extracting(Position::asOf).containsExactly(counted, room.now());
        assertThat(room.movesOf(key)).containsExactlyInAnyOrder("COUNT 10", "TEST 5", "TEST -3");
        assertThat(room.brokenPositions()).isEmpty();
    }

    @Test
    void one_impossible_adjustment_refuses_them_all_by_name() {
        room.count(key, 2);
        StockKey nowhere = new StockKey(key.sku(), new LocationCode("NOWHERE"));
        StockKey nothing = new StockKey(new Sku("NONE"), key.location());
        List<Adjustment> items = List.of(
                adjustment(key, -2),
                adjustment(key, -1),
                adjustment(nowhere, 1),
                adjustment(nothing, 1),
                adjustment(room.key(1, 0), Quantity.UNITS_MAX),
                adjustment(room.key(1, 0), 1));

        Outcome<List<Position>> outcome = room.counts.adjust(room.deed(), items);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(((AdjustmentNotPossible) refused.refusal()).faults())
                                .extracting(Fault::pointer)
                                .containsExactly(
                                        "/items/1/delta", "/items/2/location", "/items/3/sku", "/items/5/delta"));
        assertThat(room.position(key).onHand()).isEqualTo(2);
        assertThat(room.positions.findPosition(room.key(1, 0))).isEmpty();
    }

    @Test
    void an_adjustment_below_what_is_promised_is_a_supply_break() {
        room.count(key, 10);
        room.tryReserve(claim(key, 8));

        room.counts.adjust(room.deed(), List.of(adjustment(key, -4))).orThrow();

        assertThat(room.position(key).shortage()).isEqualTo(2);
        assertThat(room.entriesOf(key)).containsExactly("SupplyBroken 1");
        assertThat(room.brokenPositions()).isEmpty();
    }

    @Test
    void lists_answer_each_filter_and_page_by_key() {
        List.of(room.key(0, 0), room.key(0, 1), room.key(1, 0)).forEach(k -> room.count(k, 1));
        PositionFilter ofProduct = new PositionFilter(key.sku(), null);
        PositionFilter ofLocation = new PositionFilter(null, key.location());

        assertThat(keys(ofProduct, null)).containsExactly(room.key(0, 0), room.key(0, 1));
        assertThat(keys(ofProduct, room.key(0, 0))).containsExactly(room.key(0, 1));
        assertThat(keys(ofLocation, null)).containsExactly(room.key(0, 0), room.key(1, 0));
        assertThat(keys(ofLocation, room.key(0, 0))).containsExactly(room.key(1, 0));
        assertThat(keys(new PositionFilter(key.sku(), room.key(0, 1).location()), null))
                .containsExactly(room.key(0, 1));
        assertThat(keys(new PositionFilter(null, null), room.key(0, 1))).startsWith(room.key(1, 0));
        assertThat(keys(new PositionFilter(room.key(1, 1).sku(), room.key(1, 1).location()), null))
                .isEmpty();
        assertThat(room.positions.listPositions(ofProduct, null, 1)).hasSize(1);
    }

    private List<StockKey> keys(PositionFilter filter, @Nullable StockKey after) {
        return room.positions.listPositions(filter, after, 50).stream()
                .map(Position::key)
                .toList();
    }

    private void set(StockCount count) {
        assertThat(room.counts.set(room.deed(), count, null).orThrow().applied())
                .isTrue();
    }

    private Refusal refusal(StockCount count) {
        return ((Outcome.Refused<Counted>) room.counts.set(room.deed(), count, null)).refusal();
    }

    private static Adjustment adjustment(StockKey key, int delta) {
        return new Adjustment(key, delta, "TEST");
    }
}

package io.braid.inventory;

import static io.braid.inventory.StockRoom.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.braid.kernel.LocationCode;
import io.braid.kernel.Quantity;
import io.braid.kernel.Sku;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class StockTest {
    private final StockRoom room = StockRoom.with(2, 2);
    private final StockKey key = room.key(0, 0);

    @BeforeEach
    void ten_units() {
        room.count(key, 10);
    }

    @Test
    void offers_what_nobody_was_promised_and_no_empty_position() {
        room.count(room.key(1, 0), 0);
        room.tryReserve(claim(key, 4));

        List<StockOffer> offers =
                room.stock.offers(List.of(key.sku(), room.key(1, 0).sku()), room.now());

        assertThat(offers).containsExactly(new StockOffer(key.sku(), key.location(), 6));
        assertThat(room.stock.offers(List.of(new Sku("NONE")), room.now())).isEmpty();
    }

    @Test
    void does_not_offer_a_count_that_is_older_than_the_location_allows() {
        room.owner
                .sql("update location set freshness_hours = 4 where code = :code")
                .param("code", key.location().text())
                .update();

        assertThat(room.stock.offers(List.of(key.sku()), room.now().plus(Duration.ofHours(4))))
                .hasSize(1);
        assertThat(room.stock.offers(
                        List.of(key.sku()), room.now().plus(Duration.ofHours(4)).plusSeconds(1)))
                .isEmpty();
    }

    @Test
    void a_blocked_position_is_neither_offered_nor_available_until_it_is_unblocked() {
        room.stock.block(room.deed(), "DISCONTINUED", List.of(key));
        room.stock.block(room.deed(), "DISCONTINUED", List.of(key));

        assertThat(room.stock.offers(List.of(key.sku()), room.now())).isEmpty();
        assertThat(room.tryReserve(claim(key, 1))).isFalse();

        room.stock.unblock(room.deed(), List.of(key));
        room.stock.unblock(room.deed(), List.of(key));

        assertThat(room.tryReserve(claim(key, 1))).isTrue();
        assertThat(room.entriesOf(key)).containsExactly("PositionBlocked 1", "PositionUnblocked 2");
    }

    @Test
    void a_lock_tells_what_is_available_and_nothing_of_what_does_not_exist() {
        StockKey elsewhere = new StockKey(key.sku(), new LocationCode("NOWHERE"));

        assertThat(room.transactions.call(() -> room.stock.lock(List.of(key, key, elsewhere, room.key(1, 1)))))
                .containsOnlyKeys(key)
                .containsEntry(key, 10);
    }

    @Test
    void reserving_more_than_there_is_is_a_bug_and_changes_nothing() {
        List<Claim> claims = List.of(new Claim(key, new Quantity(6)), new Claim(key, new Quantity(5)));

        assertThatThrownBy(() -> room.stock.reserve(claims)).isInstanceOf(IllegalStateException.class);
        assertThat(room.position(key).reserved()).isZero();
    }

    @Test
    void the_database_refuses_what_the_code_would_get_wrong() {
        assertThatThrownBy(() -> room.owner
                        .sql("update position set reserved = 11 where sku = :sku")
                        .param("sku", key.sku().text())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("never_oversold");
    }

    @Test
    void safety_stock_is_not_promised() {
        StockCount count = new StockCount(key, new Quantity(10), new Quantity(8), null, room.now());
        room.counts.set(room.deed(), count, null).orThrow();

        assertThat(room.tryReserve(claim(key, 3))).isFalse();
        assertThat(room.tryReserve(claim(key, 2))).isTrue();
    }

    @Test
    void released_units_can_be_promised_again_and_no_more_than_were_promised() {
        room.tryReserve(claim(key, 10));

        room.stock.release(claim(key, 4));

        assertThat(room.position(key).available()).isEqualTo(4);
        assertThatThrownBy(() -> room.stock.release(claim(key, 7))).isInstanceOf(IllegalStateException.class);
        assertThat(room.position(key).reserved()).isEqualTo(6);
    }

    @Test
    void shipped_units_leave_reserved_and_on_hand() {
        room.tryReserve(claim(key, 4));

        room.stock.consume(room.deed(), "100000001-1/1", claim(key, 3));

        Position position = room.position(key);
        assertThat(position.onHand()).isEqualTo(7);
        assertThat(position.reserved()).isEqualTo(1);
        assertThat(room.movesOf(key)).containsExactlyInAnyOrder("COUNT 10", "SHIPPED -3");
    }

    @Test
    void units_that_left_although_the_count_knew_fewer_are_found_first() {
        room.tryReserve(claim(key, 4));
        room.count(key, 1);

        room.stock.consume(room.deed(), "100000001-1/1", claim(key, 3));

        Position position = room.position(key);
        assertThat(position.onHand()).isZero();
        assertThat(position.reserved()).isEqualTo(1);
        assertThat(position.shortage()).isEqualTo(1);
        assertThat(room.movesOf(key)).containsExactlyInAnyOrder("COUNT 10", "COUNT -9", "FOUND 2", "SHIPPED -3");
        assertThat(room.brokenPositions()).isEmpty();
    }

    @Test
    void units_that_were_not_there_are_written_off_as_far_as_the_books_had_them() {
        room.tryReserve(claim(key, 4));
        room.stock.writeOff(room.deed(), "100000001-1", "DAMAGED", claim(key, 1));
        room.count(key, 1);

        room.stock.writeOff(room.deed(), "100000001-1", "SHORT_STOCK", claim(key, 2));

        Position position = room.position(key);
        assertThat(position.onHand()).isZero();
        assertThat(position.reserved()).isEqualTo(1);
        assertThat(room.movesOf(key)).containsExactlyInAnyOrder("COUNT 10", "DAMAGED -1", "COUNT -8", "SHORT_STOCK -1");
        assertThat(room.brokenPositions()).isEmpty();
    }

    @Test
    void claims_on_positions_that_do_not_exist_are_bugs() {
        List<Claim> nowhere = claim(room.key(1, 1), 1);

        assertThatThrownBy(() -> room.stock.reserve(nowhere)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> room.stock.release(nowhere)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> room.stock.consume(room.deed(), "n", nowhere))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> room.stock.block(room.deed(), "r", List.of(room.key(1, 1))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothing_claimed_changes_nothing() {
        room.stock.reserve(List.of());
        room.stock.release(claim(key, 0));
        room.stock.consume(room.deed(), "n", List.of());

        assertThat(room.position(key).version()).isEqualTo(2);
        assertThat(room.stock.lock(List.of())).isEmpty();
        assertThat(room.stock.offers(List.of(), room.now())).isEmpty();
    }
}

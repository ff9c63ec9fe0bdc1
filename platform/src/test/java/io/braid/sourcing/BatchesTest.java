package io.braid.sourcing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BatchesTest {
    private final Batches<Integer> batches = new Batches<>(50, 100);

    @Test
    void a_lone_order_is_handed_out_at_once() throws InterruptedException {
        offer(1);
        assertThat(batches.take()).hasSize(1);
    }

    @Test
    void two_takers_share_what_waits() throws InterruptedException {
        offer(16);
        assertThat(batches.take()).hasSize(8);
        assertThat(batches.take()).hasSize(8);
    }

    @Test
    void a_list_has_an_upper_limit() throws InterruptedException {
        offer(100);
        assertThat(batches.take()).hasSize(50);
        assertThat(batches.offer(1)).isTrue();
    }

    @Test
    void what_is_less_than_is_being_worked_on_waits_a_little_and_no_longer() throws InterruptedException {
        offer(16);
        batches.take();
        batches.take();
        offer(1);
        assertThat(batches.take()).hasSize(1);
    }

    @Test
    void when_the_other_taker_is_done_nothing_waits() throws InterruptedException {
        offer(2);
        List<Integer> first = batches.take();
        batches.done(first);
        assertThat(batches.take()).hasSize(1);
    }

    @Test
    void more_than_can_wait_is_turned_away() {
        offer(100);
        assertThat(batches.offer(101)).isFalse();
    }

    @Test
    void closing_hands_out_the_rest_and_then_nothing() throws InterruptedException {
        offer(1);
        batches.close();
        assertThat(batches.offer(2)).isFalse();
        assertThat(batches.take()).hasSize(1);
        assertThat(batches.take()).isEmpty();
    }

    @Test
    void closing_lets_a_waiting_taker_go() {
        CompletableFuture<List<Integer>> taken = CompletableFuture.supplyAsync(() -> {
            try {
                return batches.take();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        batches.close();
        assertThat(taken.join()).isEmpty();
    }

    private void offer(int count) {
        for (int i = 0; i < count; i++) {
            assertThat(batches.offer(i)).isTrue();
        }
    }
}

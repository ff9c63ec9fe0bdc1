package io.braid.carriage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.braid.carriage.CarrierRow.Rate;
import io.braid.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a weight costs. */
class RateCardTest {
    private static final ServiceCode GROUND = new ServiceCode("SAMPLE", "GROUND");

    @Test
    void a_parcel_costs_what_its_bracket_says() {
        RateCard card = RateCard.of(List.of(rate(1_000, "8.10", null), rate(5_000, "12.00", null)));

        assertThat(card.costOf(0)).isEqualTo(810);
        assertThat(card.costOf(1_000)).isEqualTo(810);
        assertThat(card.costOf(1_001)).isEqualTo(1_200);
        assertThat(card.costOf(5_000)).isEqualTo(1_200);
    }

    @Test
    void what_is_heavier_than_the_last_bracket_goes_in_several_parcels() {
        RateCard card = RateCard.of(List.of(rate(1_000, "8.10", null), rate(5_000, "12.00", null)));

        assertThat(card.costOf(5_001)).isEqualTo(1_200 + 810);
        assertThat(card.costOf(12_000)).isEqualTo(2 * 1_200 + 1_200);
    }

    @Test
    void or_costs_so_much_per_begun_kilogram() {
        RateCard card = RateCard.of(List.of(rate(1_000, "8.10", null), rate(5_000, "12.00", "1.50")));

        assertThat(card.costOf(5_001)).isEqualTo(1_350);
        assertThat(card.costOf(7_000)).isEqualTo(1_500);
    }

    @Test
    void a_table_that_falls_costs_what_its_lighter_bracket_costs() {
        RateCard card = RateCard.of(List.of(rate(1_000, "8.10", null), rate(2_000, "7.00", null)));

        assertThat(card.costOf(2_000)).isEqualTo(810);
    }

    @Test
    void yen_have_no_cents() {
        RateCard card = RateCard.of(List.of(new Rate(GROUND, "2", 1_000, Money.of("810", "JPY"), null)));

        assertThat(card.costOf(1)).isEqualTo(810);
        assertThatThrownBy(() -> new Rate(GROUND, "2", 1_000, Money.of("8.1", "JPY"), null))
                .hasMessageContaining("more than 0 decimal places");
    }

    @Test
    void no_tariff_ever_falls_when_the_weight_grows() {
        long seed = Long.getLong("seed", 42);
        System.out.println("RateCardTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            List<Rate> rows = new ArrayList<>();
            int grams = 0;
            for (int row = random.nextInt(6); row >= 0; row--) {
                grams += 1 + random.nextInt(3_000);
                String extra = random.nextBoolean() ? null : Integer.toString(random.nextInt(10));
                rows.add(rate(grams, Integer.toString(random.nextInt(100)), extra));
            }
            RateCard card = RateCard.of(rows);
            long weight = 0;
            for (int step = 0; step < 200; step++) {
                long heavier = weight + random.nextInt(500);
                assertThat(card.costOf(heavier))
                        .as("seed %d, case %d, %d g after %d g", seed, i, heavier, weight)
                        .isGreaterThanOrEqualTo(card.costOf(weight))
                        .isNotNegative();
                weight = heavier;
            }
            assertThat(card.costOf(Long.MAX_VALUE)).isGreaterThanOrEqualTo(card.costOf(weight));
        }
    }

    private static Rate rate(int grams, String amount, @Nullable String extra) {
        return new Rate(GROUND, "2", grams, Money.of(amount, "USD"), extra == null ? null : Money.of(extra, "USD"));
    }
}

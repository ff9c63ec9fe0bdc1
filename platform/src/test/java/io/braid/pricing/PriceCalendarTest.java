package io.braid.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.braid.kernel.Outcome;
import io.braid.kernel.Sku;
import io.braid.kernel.UnitCost;
import io.braid.pricing.PriceCalendar.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agreed are 5.00 from March to May and 6.00 from July on; today is the 15th of June where no other day is told. */
class PriceCalendarTest {
    private static final PriceCalendar AGREED =
            new PriceCalendar(List.of(price("6", "2026-07-01", null), price("5", "2026-03-01", "2026-05-31")));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "5, 2026-03-01, -,          known",
                "5, 2026-03-01, 2026-05-31, known",
                "6, 2026-07-01, -,          known",
                "5, 2026-03-01, 2026-04-30, overlaps 2026-03-01",
                "6, 2026-07-01, 2026-12-31, ends 2026-12-31",
                "5, 2026-03-01, 2026-06-30, overlaps 2026-03-01",
                "9, 2026-03-01, -,          overlaps 2026-03-01",
                "9, 2026-07-01, -,          corrects",
                "9, 2026-07-01, 2026-12-31, corrects to 2026-12-31",
                "9, 2026-08-01, -,          begins and ends 2026-07-31",
                "9, 2026-08-01, 2026-08-31, begins and ends 2026-07-31",
                "9, 2026-06-01, 2026-06-30, begins",
                "9, 2026-01-01, 2026-02-28, begins",
                "9, 2026-01-01, -,          overlaps 2026-03-01",
                "9, 2026-06-01, -,          overlaps 2026-07-01",
                "9, 2026-06-01, 2026-07-01, overlaps 2026-07-01",
                "9, 2026-05-31, 2026-06-30, overlaps 2026-03-01",
            })
    void agrees_on_each_day_once(String cost, LocalDate from, @Nullable LocalDate to, String expected) {
        ItemDraft draft = new ItemDraft("V", new Sku("S"), UnitCost.of(cost, "USD"), from, to, null, null, null);

        assertThat(told(AGREED.agree(draft, LocalDate.of(2026, 6, 15)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-07-01, 9, 2026-07-01, -,          overlaps 2026-07-01",
                "2026-08-15, 9, 2026-08-01, -,          overlaps 2026-07-01",
                "2026-08-15, 9, 2026-08-01, 2026-08-10, overlaps 2026-07-01",
                "2026-08-15, 9, 2026-08-15, -,          begins and ends 2026-08-14",
                "2026-08-15, 6, 2026-07-01, 2026-08-13, overlaps 2026-07-01",
                "2026-08-15, 6, 2026-07-01, 2026-08-14, ends 2026-08-14",
                "2026-04-01, 5, 2026-03-01, 2026-04-30, ends 2026-04-30",
                "2026-08-15, 9, 2026-06-01, 2026-06-30, begins",
                "2026-02-01, 5, 2026-03-01, 2026-06-30, corrects to 2026-06-30",
                "2026-02-01, 5, 2026-03-01, 2026-07-01, overlaps 2026-07-01",
                "2026-02-01, 9, 2026-03-01, -,          corrects to 2026-05-31",
            })
    void keeps_what_was_agreed_for_days_that_have_passed(
            LocalDate today, String cost, LocalDate from, @Nullable LocalDate to, String expected) {
        ItemDraft draft = new ItemDraft("V", new Sku("S"), UnitCost.of(cost, "USD"), from, to, null, null, null);

        assertThat(told(AGREED.agree(draft, today))).isEqualTo(expected);
    }

    private static String told(Outcome<Step> outcome) {
        return switch (outcome) {
            case Outcome.Done<Step>(Step.Known _) -> "known";
            case Outcome.Done<Step>(Step.Ends(var ending)) -> "ends " + ending.lastDay();
            case Outcome.Done<Step>(Step.Begins(var before)) ->
                before == null ? "begins" : "begins and ends " + before.lastDay();
            case Outcome.Done<Step>(Step.Corrects(var _, var lastDay)) ->
                lastDay == null ? "corrects" : "corrects to " + lastDay;
            case Outcome.Refused<Step>(ItemRefusal.PriceOverlaps overlap) ->
                "overlaps " + overlap.agreed().validFrom();
            case Outcome.Refused<Step>(var other) -> other.problem();
        };
    }

    private static ContractedPrice price(String cost, String from, @Nullable String to) {
        return new ContractedPrice(
                new UUID(0, from.hashCode()),
                UnitCost.of(cost, "USD"),
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to));
    }
}

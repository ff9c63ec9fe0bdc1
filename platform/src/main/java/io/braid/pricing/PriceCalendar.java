package io.braid.pricing;

import io.braid.kernel.Outcome;
import io.braid.pricing.ItemRefusal.PriceOverlaps;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The prices of one item, at most one for each day. A price that begins after all others ends the one before it; a
 * price among others must fit between them; the past is never rewritten.
 */
record PriceCalendar(List<ContractedPrice> prices) {
    PriceCalendar {
        prices = prices.stream()
                .sorted(Comparator.comparing(ContractedPrice::validFrom))
                .toList();
    }

    /** What agreeing on a price does to the others. */
    sealed interface Step {
        /** It was agreed before. */
        record Known(ContractedPrice price) implements Step {}

        /** It holds from its first day; the one before it, if any, ends the day before. */
        record Begins(@Nullable Ending before) implements Step {}

        /** A known price is given its last day. */
        record Ends(Ending ending) implements Step {}
    }

    /** A price and its new last day. */
    record Ending(ContractedPrice price, LocalDate lastDay) {}

    Outcome<Step> agree(ItemDraft draft) {
        Optional<ContractedPrice> sameStart = prices.stream()
                .filter(price -> price.validFrom().equals(draft.validFrom()))
                .findFirst();
        return sameStart.isPresent() ? again(draft, sameStart.get()) : anew(draft);
    }

    private static Outcome<Step> again(ItemDraft draft, ContractedPrice agreed) {
        LocalDate to = draft.validTo();
        if (!agreed.unitCost().equals(draft.unitCost())) {
            return overlap(draft, agreed);
        }
        if (to == null || to.equals(agreed.validTo())) {
            return Outcome.done(new Step.Known(agreed));
        }
        // Shorter is an ending; longer would agree on days that were left open on purpose.
        return agreed.validTo() == null || to.isBefore(agreed.validTo())
                ? Outcome.done(new Step.Ends(new Ending(agreed, to)))
                : overlap(draft, agreed);
    }

    private Outcome<Step> anew(ItemDraft draft) {
        LocalDate from = draft.validFrom();
        boolean last = prices.isEmpty() || prices.getLast().validFrom().isBefore(from);
        for (ContractedPrice price : prices) {
            if (price.overlaps(from, draft.validTo())) {
                return last
                        ? Outcome.done(new Step.Begins(new Ending(price, from.minusDays(1))))
                        : overlap(draft, price);
            }
        }
        return Outcome.done(new Step.Begins(null));
    }

    private static Outcome<Step> overlap(ItemDraft draft, ContractedPrice agreed) {
        return Outcome.refused(new PriceOverlaps(draft.sku(), draft.validFrom(), draft.validTo(), agreed));
    }
}

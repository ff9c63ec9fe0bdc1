package io.braid.pricing;

import io.braid.kernel.Outcome;
import io.braid.pricing.ItemRefusal.PriceHasBegun;
import io.braid.pricing.ItemRefusal.PriceNotFound;
import io.braid.pricing.ItemRefusal.PriceOverlaps;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The prices of one item, at most one for each day. A price that begins after all others ends the one before it; a
 * price among others must fit between them. A day that has passed keeps the price that was agreed for it, and a price
 * that has begun keeps its cost; one that has not may still be corrected or taken back.
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

        /** A price that has not begun becomes the one that was meant; {@code lastDay} is null when it has none. */
        record Corrects(ContractedPrice wrong, @Nullable LocalDate lastDay) implements Step {}
    }

    /** A price and its new last day. */
    record Ending(ContractedPrice price, LocalDate lastDay) {}

    Outcome<Step> agree(ItemDraft draft, LocalDate today) {
        Optional<ContractedPrice> sameStart = prices.stream()
                .filter(price -> price.validFrom().equals(draft.validFrom()))
                .findFirst();
        return sameStart.isPresent() ? again(draft, sameStart.get(), today) : anew(draft, today);
    }

    private Outcome<Step> again(ItemDraft draft, ContractedPrice agreed, LocalDate today) {
        LocalDate to = draft.validTo();
        boolean sameCost = agreed.unitCost().equals(draft.unitCost());
        if (sameCost && (to == null || to.equals(agreed.validTo()))) {
            return Outcome.done(new Step.Known(agreed));
        }
        // Shorter is an ending; longer would agree on days that were left open on purpose.
        if (sameCost && to != null && (agreed.validTo() == null || to.isBefore(agreed.validTo()))) {
            return to.isBefore(today.minusDays(1))
                    ? overlap(draft, agreed)
                    : Outcome.done(new Step.Ends(new Ending(agreed, to)));
        }
        return agreed.validFrom().isAfter(today) ? corrected(draft, agreed) : overlap(draft, agreed);
    }

    private Outcome<Step> corrected(ItemDraft draft, ContractedPrice wrong) {
        LocalDate to = draft.validTo() == null ? wrong.validTo() : draft.validTo();
        for (ContractedPrice price : prices) {
            if (!price.equals(wrong) && price.overlaps(draft.validFrom(), to)) {
                return overlap(draft, price);
            }
        }
        return Outcome.done(new Step.Corrects(wrong, to));
    }

    private Outcome<Step> anew(ItemDraft draft, LocalDate today) {
        LocalDate from = draft.validFrom();
        boolean last = prices.isEmpty() || prices.getLast().validFrom().isBefore(from);
        for (ContractedPrice price : prices) {
            if (price.overlaps(from, draft.validTo())) {
                return last && !from.isBefore(today)
                        ? Outcome.done(new Step.Begins(new Ending(price, from.minusDays(1))))
                        : overlap(draft, price);
            }
        }
        return Outcome.done(new Step.Begins(null));
    }

    /** The price that begins on that day and may still be taken back. */
    Outcome<ContractedPrice> withdraw(VendorItem item, LocalDate from, LocalDate today) {
        Optional<ContractedPrice> price =
                prices.stream().filter(one -> one.validFrom().equals(from)).findFirst();
        if (price.isEmpty()) {
            return Outcome.refused(new PriceNotFound(item.vendor(), item.sku(), from));
        }
        return from.isAfter(today)
                ? Outcome.done(price.get())
                : Outcome.refused(new PriceHasBegun(item.sku(), from, today));
    }

    private static Outcome<Step> overlap(ItemDraft draft, ContractedPrice agreed) {
        return Outcome.refused(new PriceOverlaps(draft.sku(), draft.validFrom(), draft.validTo(), agreed));
    }
}

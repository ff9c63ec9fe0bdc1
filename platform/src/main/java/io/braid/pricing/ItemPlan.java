package io.braid.pricing;

import io.braid.journal.Entry;
import io.braid.journal.Subject;
import io.braid.pricing.PriceCalendar.Ending;
import io.braid.pricing.PriceCalendar.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a draft does to one item: decided from the locked row, before anything is written.
 *
 * @param before the item as it stands, with all its prices; just inserted when {@code isNew}
 * @param newPrice the key of the price, should there be a new one
 */
record ItemPlan(ItemDraft draft, VendorItem before, boolean isNew, Step step, UUID newPrice) {

    boolean changes() {
        return isNew || !(step instanceof Step.Known) || !after().equals(before);
    }

    int version() {
        return !isNew && changes() ? before.version() + 1 : before.version();
    }

    Optional<Ending> ending() {
        return switch (step) {
            case Step.Known _ -> Optional.empty();
            case Step.Begins(@Nullable Ending earlier) -> Optional.ofNullable(earlier);
            case Step.Ends(Ending ending) -> Optional.of(ending);
            case Step.Corrects _ -> Optional.empty();
        };
    }

    /** The price that was asked for, as it stands afterwards. */
    ContractedPrice price() {
        return switch (step) {
            case Step.Known(ContractedPrice price) -> price;
            case Step.Begins _ -> new ContractedPrice(newPrice, draft.unitCost(), draft.validFrom(), draft.validTo());
            case Step.Ends(Ending ending) -> ended(ending);
            case Step.Corrects(ContractedPrice wrong, @Nullable LocalDate lastDay) ->
                new ContractedPrice(wrong.id(), draft.unitCost(), wrong.validFrom(), lastDay);
        };
    }

    /** The key of the price for whose sake another one ends; null when it ends for its own. */
    @Nullable
    UUID cutBy() {
        return step instanceof Step.Begins ? newPrice : null;
    }

    VendorItem item() {
        VendorItem after = after();
        return new VendorItem(
                after.vendor(),
                after.vendorSku(),
                after.sku(),
                after.upc(),
                after.productName(),
                after.packSize(),
                after.leadTimeDays(),
                after.discontinuedOn(),
                pricesAfter(),
                version());
    }

    private VendorItem after() {
        return new VendorItem(
                before.vendor(),
                draft.vendorSku(),
                before.sku(),
                before.upc(),
                before.productName(),
                Objects.requireNonNullElse(draft.packSize(), before.packSize()),
                Objects.requireNonNullElse(draft.leadTimeDays(), before.leadTimeDays()),
                draft.discontinuedOn() == null ? before.discontinuedOn() : draft.discontinuedOn(),
                before.prices(),
                before.version());
    }

    private List<ContractedPrice> pricesAfter() {
        Stream<ContractedPrice> kept = before.prices().stream()
                .filter(price -> !(step instanceof Step.Corrects(var wrong, var _) && wrong.equals(price)))
                .map(price -> ending().filter(ending -> ending.price().equals(price))
                        .map(ItemPlan::ended)
                        .orElse(price));
        Stream<ContractedPrice> added =
                step instanceof Step.Begins || step instanceof Step.Corrects ? Stream.of(price()) : Stream.of();
        return new PriceCalendar(Stream.concat(kept, added).toList()).prices();
    }

    private static ContractedPrice ended(Ending ending) {
        ContractedPrice price = ending.price();
        return new ContractedPrice(price.id(), price.unitCost(), price.validFrom(), ending.lastDay());
    }

    Entry entry() {
        Subject subject = Subject.of("item", before.vendor() + "/" + before.sku());
        return new Entry(subject, version(), type(), null, null, facts());
    }

    private String type() {
        if (isNew) {
            return "VendorItemCreated";
        }
        return switch (step) {
            case Step.Known _ -> "VendorItemChanged";
            case Step.Begins _ -> "PriceAgreed";
            case Step.Ends _ -> "PriceEnded";
            case Step.Corrects _ -> "PriceCorrected";
        };
    }

    private Map<String, Object> facts() {
        Map<String, Object> facts = after().facts();
        if (step instanceof Step.Begins || step instanceof Step.Corrects) {
            facts.put("price", price());
        }
        if (step instanceof Step.Corrects(var wrong, var _)) {
            facts.put("correctedPrice", wrong);
        }
        ending().ifPresent(ending -> facts.put("endedPrice", ended(ending)));
        return facts;
    }
}

package io.braid.api;

import io.braid.api.PositionView.CountedView;
import io.braid.inventory.Adjustment;
import io.braid.inventory.Counted;
import io.braid.inventory.Counts;
import io.braid.inventory.Positions;
import io.braid.inventory.StockKey;
import io.braid.journal.Deed;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Outcome;
import io.braid.kernel.Quantity;
import io.braid.kernel.Sku;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Positions of every location: counted, adjusted and listed by the operator. */
@RestController
@RequestMapping("/api/v1/inventory")
final class InventoryHttp {
    private static final int REASON_LENGTH_MAX = 100;

    private final Counts counts;
    private final Positions positions;

    InventoryHttp(Counts counts, Positions positions) {
        this.counts = counts;
        this.positions = positions;
    }

    record Adjustments(@Nullable List<@Nullable AdjustmentBody> items) {}

    record AdjustmentBody(
            @Nullable String location,
            @Nullable String sku,
            @Nullable Integer delta,
            @Nullable String reason) {}

    record Adjusted(List<PositionView> items) {}

    @PutMapping("/{location}/{sku}")
    @Needs("inventory:write")
    ResponseEntity<CountedView> set(
            @PathVariable String location,
            @PathVariable String sku,
            @RequestBody CountBody body,
            IfMatch ifMatch,
            Reach reach) {
        StockKey key = CountBody.key(location, sku);
        reach.sight().check(key.location());
        Deed deed = reach.deed();
        return counted(counts.set(deed, body.read(key, deed.at()), body.version(ifMatch)));
    }

    static ResponseEntity<CountedView> counted(Outcome<Counted> outcome) {
        CountedView view = CountedView.of(Answers.of(outcome));
        return Answers.versioned(view, view.position().version());
    }

    @PostMapping("/adjustments")
    @Needs("inventory:write")
    Adjusted adjust(@RequestBody Adjustments body, Deed deed, Sight sight) {
        List<Adjustment> adjustments = adjustments(body.items());
        checkReached(adjustments, sight);
        return new Adjusted(Answers.of(counts.adjust(deed, adjustments)).stream()
                .map(PositionView::of)
                .toList());
    }

    private static void checkReached(List<Adjustment> adjustments, Sight sight) {
        Faults faults = new Faults();
        for (int i = 0; i < adjustments.size(); i++) {
            LocationCode location = adjustments.get(i).key().location();
            if (!sight.reaches(location)) {
                faults.add(Faults.at("/items", i, "location"), "there is no location " + location);
            }
        }
        faults.refuseIfAny();
    }

    private static List<Adjustment> adjustments(@Nullable List<@Nullable AdjustmentBody> items) {
        Faults faults = new Faults();
        List<Adjustment> adjustments = new ArrayList<>();
        if (items == null || items.isEmpty()) {
            faults.add("/items", "at least one is required");
        } else if (items.size() > Counts.ADJUSTMENTS_MAX) {
            faults.add(
                    "/items", "has more than " + Counts.ADJUSTMENTS_MAX + " items; send a feed, or several requests");
        } else {
            for (int i = 0; i < items.size(); i++) {
                Adjustment adjustment = adjustment(faults, i, items.get(i));
                if (adjustment != null) {
                    adjustments.add(adjustment);
                }
            }
        }
        faults.refuseIfAny();
        return adjustments;
    }

    private static @Nullable Adjustment adjustment(Faults faults, int i, @Nullable AdjustmentBody item) {
        if (item == null) {
            faults.add("/items/" + i, "is required");
            return null;
        }
        Sku sku = faults.read(Faults.at("/items", i, "sku"), item.sku(), Sku::new);
        LocationCode location = faults.read(Faults.at("/items", i, "location"), item.location(), LocationCode::new);
        String pointer = Faults.at("/items", i, "delta");
        int delta = faults.number(pointer, item.delta(), -Quantity.UNITS_MAX, Quantity.UNITS_MAX);
        if (delta == 0) {
            faults.add(pointer, "0 changes nothing; say how many units more, or fewer");
        }
        String reason = faults.text(Faults.at("/items", i, "reason"), item.reason(), REASON_LENGTH_MAX);
        return sku == null || location == null || reason == null
                ? null
                : new Adjustment(new StockKey(sku, location), delta, reason);
    }

    @GetMapping
    @Needs("inventory:read")
    Page<PositionView> list(
            Paging paging,
            @RequestParam(required = false) @Nullable String sku,
            @RequestParam(required = false) @Nullable String location,
            Sight sight) {
        return PositionView.page(
                paging,
                positions.listPositions(
                        PositionView.filter(sku, location, sight), PositionView.after(paging), paging.fetch()));
    }
}

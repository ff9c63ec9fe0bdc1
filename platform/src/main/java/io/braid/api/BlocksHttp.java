package io.braid.api;

import io.braid.inventory.Position;
import io.braid.inventory.Positions;
import io.braid.inventory.Stock;
import io.braid.inventory.StockKey;
import io.braid.journal.Deed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stops a product at a location from being promised, and lets it be promised again. */
@RestController
@RequestMapping("/api/v1/inventory/{location}/{sku}/block")
final class BlocksHttp {
    private static final int REASON_LENGTH_MAX = 100;

    private final Stock stock;
    private final Positions positions;

    BlocksHttp(Stock stock, Positions positions) {
        this.stock = stock;
        this.positions = positions;
    }

    record BlockBody(@Nullable String reason) {}

    @PutMapping
    @Needs("inventory:write")
    ResponseEntity<PositionView> block(
            @PathVariable String location,
            @PathVariable String sku,
            @RequestBody BlockBody body,
            Deed deed,
            Sight sight) {
        StockKey key = known(location, sku, sight);
        Faults faults = new Faults();
        String reason = faults.text("/reason", body.reason(), REASON_LENGTH_MAX);
        faults.refuseIfAny();
        stock.block(deed, Faults.known(reason), List.of(key));
        return view(key);
    }

    @DeleteMapping
    @Needs("inventory:write")
    ResponseEntity<PositionView> unblock(
            @PathVariable String location, @PathVariable String sku, Deed deed, Sight sight) {
        StockKey key = known(location, sku, sight);
        stock.unblock(deed, List.of(key));
        return view(key);
    }

    private StockKey known(String location, String sku, Sight sight) {
        StockKey key = CountBody.key(location, sku);
        sight.check(key.location());
        if (positions.findPosition(key).isEmpty()) {
            throw Declined.notFound();
        }
        return key;
    }

    private ResponseEntity<PositionView> view(StockKey key) {
        Position position = positions.position(key);
        PositionView view = PositionView.of(position);
        return Answers.versioned(view, view.version());
    }
}

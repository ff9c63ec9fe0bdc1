package io.braid.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.braid.inventory.Counted;
import io.braid.inventory.Incoming;
import io.braid.inventory.Position;
import io.braid.inventory.PositionFilter;
import io.braid.inventory.StockKey;
import io.braid.kernel.LocationCode;
import io.braid.kernel.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A position as operator and vendor see it. */
record PositionView(
        LocationCode location,
        Sku sku,
        String upc,
        int onHand,
        int reserved,
        int safetyStock,
        int available,
        int shortage,
        List<Incoming> incoming,
        @Nullable String blockedReason,
        @Nullable LocalDate blockedUntil,
        String source,
        Instant asOf,
        Instant updatedAt,
        int version) {

    /**
     * What became of a count.
     *
     * @param applied false when a later count was there before: then this one changed nothing
     */
    record CountedView(@JsonUnwrapped PositionView position, boolean applied) {
        static CountedView of(Counted counted) {
            return new CountedView(PositionView.of(counted.position()), counted.applied());
        }
    }

    static PositionView of(Position position) {
        return new PositionView(
                position.key().location(),
                position.key().sku(),
                position.upc().digits(),
                position.onHand(),
                position.reserved(),
                position.safetyStock(),
                position.available(),
                position.shortage(),
                position.incoming(),
                position.blockedReason(),
                position.blockedUntil(),
                position.source(),
                position.asOf(),
                position.updatedAt(),
                Math.toIntExact(position.version()));
    }

    static PositionFilter filter(@Nullable String sku, @Nullable String location) {
        return filter(sku, location, Sight.OF_ALL);
    }

    static PositionFilter filter(@Nullable String sku, @Nullable String location, Sight sight) {
        Faults faults = new Faults();
        PositionFilter filter = new PositionFilter(
                faults.optional("/sku", sku, Sku::new),
                faults.optional("/location", location, LocationCode::new),
                sight.locations(null));
        faults.refuseIfAny();
        return filter;
    }

    static @Nullable StockKey after(Paging paging) {
        return paging.after(key -> new StockKey(new Sku(key.getFirst()), new LocationCode(key.getLast())));
    }

    static Page<PositionView> page(Paging paging, List<Position> rows) {
        return paging.page(
                rows,
                PositionView::of,
                row -> List.of(row.key().sku().text(), row.key().location().text()));
    }
}

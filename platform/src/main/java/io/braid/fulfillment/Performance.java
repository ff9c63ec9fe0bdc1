package io.braid.fulfillment;

import io.braid.fulfillment.VendorFigures.Figure;
import io.braid.kernel.ShipmentNumber;
import io.braid.kernel.VendorCode;
import io.braid.store.VendorReads;
import io.braid.store.VendorScope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How vendors kept what was promised, counted from their shipments; it judges nothing beyond counting. */
public final class Performance {
    private final PerformanceStore store;
    private final VendorReads reads;

    Performance(PerformanceStore store, VendorReads reads) {
        this.store = store;
        this.reads = reads;
    }

    /**
     * Shipments that were opened from {@code from} on and before {@code to}, as they stand at {@code now}.
     */
    public record Period(Instant from, Instant to, Instant now) {}

    /** Asks for the shipments of a vendor that a figure counts: those that were as they should be, or the others. */
    public record Behind(
            VendorCode vendor,
            Figure figure,
            Side side,
            Period period,
            @Nullable ShipmentNumber after,
            int limit) {
        /** Which shipments of a figure. */
        public enum Side {
            GOOD,
            BAD
        }
    }

    /** The figures of each vendor that had shipments, or of one alone; one statement, whatever there is. */
    public List<VendorFigures> figures(@Nullable VendorCode only, Period period) {
        return store.figures(only, period);
    }

    public List<Shipment> listBehind(Behind behind) {
        return store.behind(behind);
    }

    /** These shipments, in order of their numbers. */
    public List<Shipment> list(List<ShipmentNumber> numbers) {
        return store.list(numbers);
    }

    /** Of these shipments, those that are the vendor's. */
    public List<Shipment> list(VendorScope scope, List<ShipmentNumber> numbers) {
        return reads.as(scope, jdbc -> new PerformanceStore(jdbc).list(numbers));
    }

    /** The same as the vendor itself sees it. */
    public List<Shipment> listBehind(VendorScope scope, Behind behind) {
        return reads.as(
                scope,
                jdbc -> new PerformanceStore(jdbc)
                        .behind(new Behind(
                                scope.vendor(),
                                behind.figure(),
                                behind.side(),
                                behind.period(),
                                behind.after(),
                                behind.limit())));
    }
}

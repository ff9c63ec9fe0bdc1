package io.braid.api;

import io.braid.kernel.LocationCode;
import io.braid.kernel.Money;
import io.braid.kernel.Sku;
import io.braid.routing.Plan;
import io.braid.sourcing.Promised;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is promised for a cart, as it is answered. */
record PromiseView(Instant at, List<PromisedLineView> lines, CartView cart) {
    static PromiseView of(Promised promised) {
        return new PromiseView(
                promised.at(),
                promised.lines().stream().map(PromisedLineView::of).toList(),
                CartView.of(promised.cart()));
    }

    record WayView(
            LocationCode location,
            String carrier,
            String service,
            String zone,
            int transitDays,
            Money shippingCost,
            LocalDate promiseDate,
            Instant orderBy) {
        static WayView of(Promised.Way way) {
            return new WayView(
                    way.location(),
                    way.service().carrier(),
                    way.service().service(),
                    way.zone(),
                    way.transitDays(),
                    way.shippingCost(),
                    way.promiseDate(),
                    way.orderBy());
        }

        static @Nullable WayView orNull(Promised.@Nullable Way way) {
            return way == null ? null : of(way);
        }
    }

    record PromisedLineView(
            int line,
            Sku sku,
            int quantity,
            @Nullable WayView cheapest,
            @Nullable WayView earliest,
            @Nullable SplitView split,
            @Nullable String why) {
        static PromisedLineView of(Promised.OfLine line) {
            return new PromisedLineView(
                    line.item().line(),
                    line.item().sku(),
                    line.item().quantity(),
                    WayView.orNull(line.cheapest()),
                    WayView.orNull(line.earliest()),
                    SplitView.orNull(line.split()),
                    line.why());
        }
    }

    /** The shipments of a line that no one location has all units of. */
    record SplitView(List<ParcelView> cheapest, List<ParcelView> earliest) {
        static @Nullable SplitView orNull(Promised.@Nullable Split split) {
            return split == null
                    ? null
                    : new SplitView(
                            split.cheapest().stream().map(ParcelView::of).toList(),
                            split.earliest().stream().map(ParcelView::of).toList());
        }
    }

    record CartView(
            @Nullable TogetherView cheapest,
            @Nullable TogetherView earliest,
            @Nullable String why) {
        static CartView of(Promised.OfCart cart) {
            return new CartView(TogetherView.orNull(cart.cheapest()), TogetherView.orNull(cart.earliest()), cart.why());
        }
    }

    record TogetherView(Money shippingCost, LocalDate promiseDate, Instant orderBy, List<ParcelView> shipments) {
        static @Nullable TogetherView orNull(Promised.@Nullable Together together) {
            return together == null
                    ? null
                    : new TogetherView(
                            together.shippingCost(),
                            together.promiseDate(),
                            together.orderBy(),
                            together.shipments().stream().map(ParcelView::of).toList());
        }
    }

    record ParcelView(
            LocationCode location,
            String carrier,
            String service,
            String zone,
            int transitDays,
            Money shippingCost,
            LocalDate promiseDate,
            Instant orderBy,
            List<Plan.Part> lines) {
        static ParcelView of(Promised.Parcel parcel) {
            WayView way = WayView.of(parcel.way());
            return new ParcelView(
                    way.location(),
                    way.carrier(),
                    way.service(),
                    way.zone(),
                    way.transitDays(),
                    way.shippingCost(),
                    way.promiseDate(),
                    way.orderBy(),
                    parcel.parts());
        }
    }
}

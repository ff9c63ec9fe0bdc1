package io.braid.fulfillment;

import io.braid.kernel.OrderNumber;
import io.braid.kernel.ShipmentNumber;
import io.braid.store.VendorReads;
import io.braid.store.VendorScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Shipments as their vendor sees them. Every read runs on the vendor role, where row security shows this vendor's rows
 * alone; somebody else's purchase order is as absent as one that was never opened.
 */
public final class PurchaseOrders {
    private final VendorReads reads;

    PurchaseOrders(VendorReads reads) {
        this.reads = reads;
    }

    public Optional<PurchaseOrder> findPurchaseOrder(VendorScope scope, ShipmentNumber number) {
        return reads.as(scope, jdbc -> {
            Optional<Shipment> own = new ShipmentStore(jdbc).find(number).filter(s -> isOf(scope, s));
            return dressed(jdbc, own.stream().toList()).stream().findFirst();
        });
    }

    public List<PurchaseOrder> listPurchaseOrders(VendorScope scope, ShipmentQuery query) {
        return reads.as(scope, jdbc -> dressed(jdbc, new ShipmentStore(jdbc).list(query.of(scope.vendor()))));
    }

    public List<ShipNotice> listNotices(VendorScope scope, ShipmentNumber number) {
        return reads.as(scope, jdbc -> new StepStore(jdbc).notices(number));
    }

    public List<CanceledItems> listCanceledItems(VendorScope scope, ShipmentNumber number, int after, int limit) {
        return reads.as(scope, jdbc -> new StepStore(jdbc).canceledItems(number, after, limit));
    }

    private static boolean isOf(VendorScope scope, Shipment shipment) {
        return scope.vendor().equals(shipment.vendor());
    }

    private static List<PurchaseOrder> dressed(JdbcClient jdbc, List<Shipment> shipments) {
        List<OrderNumber> orders =
                shipments.stream().map(s -> s.number().order()).distinct().toList();
        Map<OrderNumber, OrderForVendor> known = new PurchaseOrderStore(jdbc).orders(orders);
        Map<ShipmentNumber, ShipTo> elsewhere = new ShipToStore(jdbc)
                .own(shipments.stream().map(Shipment::number).toList());
        return shipments.stream()
                .map(shipment -> {
                    OrderForVendor order = known.get(shipment.number().order());
                    if (order == null) {
                        throw new IllegalStateException("shipment " + shipment.number() + " has no order to be seen");
                    }
                    return order.with(shipment, elsewhere.getOrDefault(shipment.number(), order.shipTo()));
                })
                .toList();
    }
}

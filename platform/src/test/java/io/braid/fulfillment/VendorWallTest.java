package io.braid.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.braid.invoice.InvoiceQuery;
import io.braid.invoice.Invoices;
import io.braid.kernel.ShipmentNumber;
import io.braid.store.VendorReads;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a vendor's connection can see, whatever is asked on it: its own rows, no column that is not its own. */
class VendorWallTest {
    private static final List<String> TABLES = List.of(
            "shipment",
            "shipment_line",
            "ship_notice",
            "ship_notice_line",
            "package",
            "package_line",
            "canceled_items",
            "canceled_items_line",
            "invoice",
            "invoice_line");

    private final Dock mine = Dock.ofVendor();
    private final Dock theirs = Dock.ofVendor();
    private final VendorReads reads = mine.braid.bean(VendorReads.class);

    private static Shipment history(Dock dock) {
        Shipment shipment = dock.open(3, 2);
        dock.done(
                shipment,
                Samples.acknowledge(Samples.reply(1, 2, CancelReason.PRICE_DISPUTE), Samples.reply(2, 2, null)));
        return dock.done(shipment, Samples.ship(Remainder.STAYS_OPEN, 1, 1));
    }

    @Test
    void a_vendor_reads_its_own_rows_and_no_other() {
        history(mine);
        history(theirs);

        for (String table : TABLES) {
            List<String> seen = reads.as(
                    mine.scope(),
                    jdbc -> jdbc.sql("select distinct vendor from " + table)
                            .query(String.class)
                            .list());
            assertThat(seen).as(table).containsExactly(mine.scope().vendor().text());
        }
    }

    @Test
    void without_a_vendor_there_is_nothing() {
        history(mine);
        JdbcClient vendorRole = JdbcClient.create(mine.braid.database().vendor());

        for (String table : TABLES) {
            assertThat(vendorRole
                            .sql("select count(*) from " + table)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void selling_prices_customers_decisions_and_writing_are_not_granted() {
        for (String forbidden : List.of(
                "select unit_price from order_line",
                "select customer_email from customer_order",
                "select customer_name from customer_order",
                "select attributes from customer_order",
                "select body from decision",
                "select data from journal",
                "select unit_cost from product",
                "update shipment set state = 'SHIPPED'",
                "update shipment_line set shipped = 1",
                "insert into invoice_counter values ('x', 1)",
                "delete from canceled_items")) {
            assertThatThrownBy(() -> reads.as(mine.scope(), jdbc -> {
                        if (forbidden.startsWith("select")) {
                            return jdbc.sql(forbidden).query().listOfRows();
                        }
                        return List.of(jdbc.sql(forbidden).update());
                    }))
                    .as(forbidden)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void what_is_another_vendors_is_as_absent_as_what_never_was() {
        Shipment foreign = history(theirs);
        ShipmentNumber never = new ShipmentNumber(foreign.number().order(), 99);
        PurchaseOrders orders = mine.braid.bean(PurchaseOrders.class);
        Invoices invoices = mine.braid.bean(Invoices.class);

        for (ShipmentNumber number : List.of(foreign.number(), never)) {
            assertThat(orders.findPurchaseOrder(mine.scope(), number)).isEmpty();
            assertThat(orders.listNotices(mine.scope(), number)).isEmpty();
            assertThat(orders.listCanceledItems(mine.scope(), number, 0, 9)).isEmpty();
            assertThat(invoices.listInvoices(mine.scope(), new InvoiceQuery(null, number, null, 9)))
                    .isEmpty();
            assertThat(FulfillmentTest.refusal(mine.fulfillment.carryOut(
                            mine.scope(),
                            mine.deed(),
                            new Addressed(number, 77),
                            Samples.ship(Remainder.STAYS_OPEN, 9))))
                    .isEqualTo(new ShipmentRefusal.NoSuchShipment());
        }
        assertThat(theirs.broken()).isEmpty();
    }

    /** One record, two views: what the operator reads is what the vendor reads. */
    @Test
    void the_operator_and_the_vendor_read_the_same_shipment() {
        Shipment shipment = history(mine);
        PurchaseOrders orders = mine.braid.bean(PurchaseOrders.class);

        PurchaseOrder order =
                orders.findPurchaseOrder(mine.scope(), shipment.number()).orElseThrow();

        assertThat(mine.shipments.findShipment(shipment.number())).contains(order.shipment());
        assertThat(orders.listNotices(mine.scope(), shipment.number()))
                .isEqualTo(mine.shipments.listNotices(shipment.number()));
        assertThat(orders.listCanceledItems(mine.scope(), shipment.number(), 0, 9))
                .isEqualTo(mine.shipments.listCanceledItems(shipment.number(), 0, 9));
        assertThat(Objects.requireNonNull(order.shipTo()).name()).isEqualTo("A Shopper");
    }
}

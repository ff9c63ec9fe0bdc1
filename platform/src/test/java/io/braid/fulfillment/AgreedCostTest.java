package io.braid.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.braid.journal.Deed;
import io.braid.kernel.Outcome;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database, asked by the very role that the application is, holds no invoice line but the agreed one. */
class AgreedCostTest {
    private static final String HEADER =
            "insert into invoice (order_number, number, vendor, vendor_number, shipment, notice, issued_at, due_at, "
                    + "currency, subtotal, total) values (:order, 'INV-TEST', :vendor, 9999, 1, 1, now(), now(), "
                    + ":currency, 1, 1)";
    private static final String LINE =
            "insert into invoice_line (order_number, invoice, line, vendor, shipment, notice, shipment_line, sku,"
                + " vendor_sku, quantity, unit_cost, currency, amount) values (:order, 'INV-TEST', 1, :vendor, 1, 1,"
                + " 1, 'x', 'x', :quantity, :cost, :currency, :amount)";

    private final Dock dock = Dock.ofVendor();
    private final JdbcClient app = JdbcClient.create(dock.braid.database().app());
    private final TransactionTemplate transaction = new TransactionTemplate(
            new DataSourceTransactionManager(dock.braid.database().app()));

    private static final Billing NOBODY = new Billing() {
        @Override
        public void billed(Deed deed, ShippedNotice notice) {}

        @Override
        public void canceled(Deed deed, CanceledUnits units) {}
    };

    @Test
    void only_the_agreed_cost_currency_and_units_can_be_invoiced() {
        long order = shippedButNotBilled();

        assertThatCode(() -> invoice(order, 2, "7.25", "USD", "14.50")).doesNotThrowAnyException();
        refused("cost_as_agreed", () -> invoice(order, 2, "7.26", "USD", "14.52"));
        refused("cost_as_agreed", () -> invoice(order, 2, "7.25", "EUR", "14.50"));
        refused("units_as_shipped", () -> invoice(order, 3, "7.25", "USD", "21.75"));
        refused("amount_is_exact", () -> invoice(order, 2, "7.25", "USD", "14.49"));
    }

    @Test
    void what_is_billed_cannot_be_billed_again() {
        Shipment shipment = dock.done(dock.open(2, 0), Samples.ship(Remainder.STAYS_OPEN, 2));
        long order = shipment.number().order().value();

        refused("duplicate key", () -> invoice(order, 2, "7.25", "USD", "14.50"));
    }

    @Test
    void neither_costs_nor_units_nor_invoices_change_once_written() {
        dock.done(dock.open(2, 0), Samples.ship(Remainder.STAYS_OPEN, 2));

        refused("permission denied", () -> change("update invoice_line set unit_cost = 1"));
        refused("permission denied", () -> change("update invoice_line set quantity = 1"));
        refused("permission denied", () -> change("update invoice set total = 1"));
        refused("permission denied", () -> change("delete from invoice_line"));
        refused("permission denied", () -> change("update shipment_line set unit_cost = 1"));
        refused("permission denied", () -> change("update shipment_line set currency = 'EUR'"));
        refused("permission denied", () -> change("update shipment_line set quantity = 1"));
        refused("permission denied", () -> change("update ship_notice_line set quantity = 1"));
        refused("permission denied", () -> change("update contracted_price set unit_cost = 1"));
    }

    @Test
    void a_shipment_line_cannot_cost_other_than_its_contract_says() {
        Shipment shipment = dock.open(1, 0);
        String copy = "insert into shipment_line (order_number, shipment, line, vendor, order_line, sku, vendor_sku,"
            + " quantity, contracted_price, unit_cost, currency) select order_number, shipment, 9, vendor, order_line,"
            + " sku, vendor_sku, quantity, %s, %s, %s from shipment_line where order_number = "
                + shipment.number().order();

        refused("contracted", () -> change(copy.formatted("contracted_price", "unit_cost + 0.0001", "currency")));
        refused("contracted", () -> change(copy.formatted("contracted_price", "unit_cost", "'EUR'")));
        refused("vendor_lines_are_contracted", () -> change(copy.formatted("null::uuid", "unit_cost", "currency")));
        refused("vendor_lines_are_contracted", () -> change(copy.formatted("contracted_price", "null", "currency")));
    }

    /** Amounts are exact to four places; the total is rounded once. */
    @Test
    void a_total_is_rounded_once_and_half_up() {
        Shipment shipment = dock.done(dock.open(1, 2), Samples.ship(Remainder.STAYS_OPEN, 1, 2));

        Map<String, Object> invoice = app.sql(
                        "select i.total, sum(l.amount) as exact from invoice i join invoice_line l on l.order_number ="
                                + " i.order_number and l.invoice = i.number where i.order_number = :o group by i.total")
                .param("o", shipment.number().order().value())
                .query()
                .singleRow();

        assertThat((BigDecimal) invoice.get("exact")).isEqualByComparingTo("7.2750");
        assertThat((BigDecimal) invoice.get("total")).isEqualByComparingTo("7.28");
    }

    private long shippedButNotBilled() {
        Fulfillment unbilled = new Fulfillment(
                new Fulfillment.Stores(
                        new ShipmentStore(dock.braid.bean(JdbcClient.class)),
                        new StepStore(dock.braid.bean(JdbcClient.class)),
                        dock.braid.bean(PurchaseOrders.class)),
                dock.braid.bean(Fulfillment.Neighbours.class),
                (deed, shortfall) -> dock.policy,
                NOBODY);
        Shipment shipment = dock.open(2, 0);
        Outcome<CarriedOut> shipped = unbilled.carryOut(
                dock.deed(), new Addressed(shipment.number(), null), Samples.ship(Remainder.STAYS_OPEN, 2));
        return shipped.orThrow().shipment().number().order().value();
    }

    /** Rolled back, so that each try begins with nothing billed. */
    private void invoice(long order, int quantity, String cost, String currency, String amount) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            of(order, currency, HEADER).update();
            of(order, currency, LINE)
                    .param("quantity", quantity)
                    .param("cost", new BigDecimal(cost))
                    .param("amount", new BigDecimal(amount))
                    .update();
        });
    }

    private JdbcClient.StatementSpec of(long order, String currency, String sql) {
        return app.sql(sql)
                .param("order", order)
                .param("vendor", dock.scope().vendor().text())
                .param("currency", currency);
    }

    private void change(String sql) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            app.sql(sql).update();
        });
    }

    private static void refused(String why, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .as(why)
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining(why);
    }
}

package io.braid.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.braid.journal.Deed;
import io.braid.kernel.Outcome;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
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
        refused("contracted", () -> change("update contracted_price set unit_cost = 1"));
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

    /** Every way of SQL that the application's role has, tried with its own rights. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "permission denied        | update invoice_line set unit_cost = 1, amount = quantity",
                "permission denied        | update invoice_line set currency = 'EUR'",
                "permission denied        | with l as (update invoice_line set unit_cost = 1 returning 1) select 1",
                "permission denied        | merge into invoice_line l using (select 1 as one) o on l.line = o.one"
                        + " when matched then update set unit_cost = 1",
                "permission denied        | delete from invoice_line",
                "permission denied        | truncate invoice_line",
                "permission denied        | truncate shipment_line cascade",
                "permission denied        | delete from shipment_line",
                "permission denied        | with l as (update shipment_line set unit_cost = 1 returning 1) select 1",
                "contracted               | update contracted_price set unit_cost = 1",
                "permission denied        | update contracted_price set currency = 'EUR'",
                "contracted               | delete from contracted_price",
                "must be owner            | alter table invoice_line drop constraint cost_as_agreed",
                "must be owner            | alter table invoice_line alter column unit_cost drop not null",
                "permission denied        | alter table invoice_line disable trigger all",
                "must be owner            | drop table invoice_line",
                "must be owner            | create rule other as on insert to invoice_line do instead nothing",
                "permission denied        | create trigger other before insert on invoice_line"
                        + " for each row execute function suppress_redundant_updates_trigger()",
                "permission denied        | set session_replication_role = replica",
                "permission denied        | update pg_constraint set conenforced = false",
                "permission denied        | update pg_attribute set attnotnull = false",
                "permission denied        | copy invoice_line from program 'echo'",
                "permission denied        | copy invoice_line from '/dev/null'",
                "permission denied        | create function public.other() returns int language sql as 'select 1'",
                "permission denied        | set role pg_write_all_data",
            })
    void no_way_of_sql_leads_to_another_cost(String why, String sql) {
        dock.done(dock.open(2, 0), Samples.ship(Remainder.STAYS_OPEN, 2));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    app.sql(sql).update();
                }))
                .as(sql)
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .message()
                .matches(
                        message -> message.contains(why)
                                || (why.startsWith("must be owner") && message.contains("permission denied"))
                                || (why.startsWith("permission") && message.contains("must be owner")),
                        why);
    }

    @Test
    void neither_deferring_nor_shadows_nor_a_copied_line_store_another_cost() throws Exception {
        long order = shippedButNotBilled();
        List<String> before = List.of(
                "set constraints all deferred",
                "set local search_path = pg_temp, public",
                "create temp table shipment_line (like public.shipment_line)");
        for (String prelude : before) {
            refused(
                    "cost_as_agreed",
                    () -> transaction.executeWithoutResult(status -> {
                        status.setRollbackOnly();
                        app.sql(prelude).update();
                        of(order, "USD", HEADER.replace("into invoice", "into public.invoice"))
                                .update();
                        of(order, "USD", LINE.replace("into invoice_line", "into public.invoice_line"))
                                .param("quantity", 2)
                                .param("cost", new BigDecimal("9.99"))
                                .param("amount", new BigDecimal("19.98"))
                                .update();
                    }));
        }
        try (Connection connection = dock.braid.database().app().getConnection()) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            assertThatThrownBy(() -> copy.copyIn("copy invoice_line from stdin", new StringReader("")))
                    .hasMessageContaining("not supported with row-level security");
        }
    }

    private long shippedButNotBilled() {
        Fulfillment unbilled = new Fulfillment(
                new Fulfillment.Stores(
                        new ShipmentStore(dock.braid.bean(JdbcClient.class)),
                        new StepStore(dock.braid.bean(JdbcClient.class)),
                        dock.braid.bean(PurchaseOrders.class)),
                dock.braid.bean(Fulfillment.Neighbours.class),
                (deed, shortfall) -> dock.policy,
                dock.braid.bean(Amending.class),
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

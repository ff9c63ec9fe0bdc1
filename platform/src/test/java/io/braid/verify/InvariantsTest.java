package io.braid.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.braid._support.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class InvariantsTest {
    private static final TestDatabase WORLD = world();

    /** For a superuser: what triggers and foreign keys guard can be broken after this. */
    private static final String UNGUARDED = "set local session_replication_role = replica; ";

    private static final String DROPPED = """
        alter table position drop constraint never_oversold;
        alter table order_line drop constraint quantities_add_up;
        alter table shipment_line drop constraint never_overshipped;
        """;

    @Test
    void all_hold_over_an_empty_database() {
        assertThat(broken(TestDatabase.freshDatabase().app())).isEmpty();
    }

    @Test
    void all_hold_over_a_world_without_fault() {
        assertThat(broken(WORLD.app())).isEmpty();
    }

    @Test
    void every_invariant_of_the_first_release_has_a_file() {
        assertThat(Invariant.all())
                .extracting(Invariant::name)
                .containsExactly(
                        "I01", "I02", "I03", "I04a", "I04b", "I04c", "I05a", "I05b", "I06", "I07a", "I07b", "I09",
                        "I17", "I18", "I23", "I25");
        assertThat(Invariant.all()).allSatisfy(i -> assertThat(i.sentence()).endsWith("."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        I01  | update position set reserved = 0 where sku = 'CUP'                          | position CUP at DC-1
        I01  | delete from position where sku = 'CUP'                                      | position CUP at DC-1
        I02  | update position set shortage = 3 where sku = 'CUP'                          | position CUP at DC-1
        I02  | update position set on_hand = 0, shortage = 1 where sku = 'CUP'             | position CUP at DC-1
        I02  | update position set reserved = 9 where sku = 'CUP'                          | position CUP at DC-1
        I03  | update position set on_hand = 8 where sku = 'MUG'                           | position MUG at ACME-1
        I03  | delete from stock_move where sku = 'CUP'                                    | position CUP at DC-1
        I04a | update order_line set ordered = 5 where line = 1                            | order 100000001 line 1
        I04a | update order_line set shipped = 2, assigned = 1 where line = 1              | order 100000001 line 1
        I04b | update customer_order set state = 'SHIPPED'                                 | order 100000001
        I04b | delete from order_line                                                      | order 100000001
        I05a | update shipment_line set quantity = 9 where shipment = 1                    | order 100000001 line 1
        I05a | update shipment_line set sku = 'MUG' where shipment = 2                     | order 100000001 line 2
        I05a | update shipment set state = 'SHIPPED' where sequence = 2                    | shipment 100000001-2 line 1
        I05b | delete from package_line                                                    | shipment 100000001-1 line 1
        I05b | update ship_notice_line set quantity = 2                                    | shipment 100000001-1 line 1
        I05b | delete from stock_move where reason = 'SHIPPED'                             | shipment 100000001-1, MUG at ACME-1
        I06  | update stock_move set delta = 2 where reason = 'COUNT' and sku = 'MUG'      | MUG at ACME-1
        I07a | delete from journal where subject = '100000001-1' and seq = 3               | 100000001-1
        I07a | delete from journal where subject = 'product:CUP'                           | product:CUP
        I07a | update customer_order set version = 4                                       | 100000001
        I07a | update position set journal_seq = 2 where sku = 'CUP'                       | position:DC-1/CUP
        I07a | update vendor set status = 'INACTIVE'                                       | vendor:acme
        I07a | delete from vendor_item                                                     | item:acme/MUG
        I07b | update journal set to_state = 'SHIPPED' where subject = '100000001-1' and seq = 2 | 100000001-1 entry 2 ShipmentAcknowledged
        I07b | update journal set from_state = 'READY' where subject = '100000001-1' and seq = 3 | 100000001-1 entry 3 ShipmentShipped
        I07b | update journal set to_state = 'CANCELED' where subject = 'vendor:acme' and seq = 2 | vendor:acme entry 2 VendorActivated
        I09  | update invoice_line set unit_cost = 8, amount = 8                           | ship notice 100000001-1 number 1 line 1
        I09  | update shipment_line set unit_cost = 8 where shipment = 1                   | ship notice 100000001-1 number 1 line 1
        I09  | delete from invoice_line                                                    | ship notice 100000001-1 number 1 line 1
        I09  | update invoice set subtotal = 8, total = 8                                  | invoice acme-1
        I17  | update canceled_items_line set reason = ''                                  | record 100000001-1-C1
        I17  | update canceled_items_line set quantity = 2                                 | shipment 100000001-1 line 1
        I17  | update canceled_items set step = 'REMAINDER'                                | shipment 100000001-1 line 1
        I17  | delete from canceled_items_line                                             | record 100000001-1-C1
        I18  | update location_day set assigned = 2                                        | DC-1 on 2026-11-23
        I18  | update location_day set assigned = 0                                        | DC-1 on 2026-11-23
        I18  | update location set daily_capacity = 0 where code = 'DC-1'                  | DC-1 on 2026-11-23
        I23  | update location_window set used = 2                                         | ACME-1, UNITS per DAY from 2026-11-23 06:00
        I23  | delete from window_booking                                                  | ACME-1, UNITS per DAY from 2026-11-23 06:00
        I23  | update window_booking set given_back = 0                                    | shipment 100000001-1 line 1, UNITS per DAY
        I23  | update shipment set state = 'CANCELED' where sequence = 2                   | shipment 100000001-2 line 0, ORDERS per HOUR
        I23  | delete from shipment_line where shipment = 1                                | shipment 100000001-1 line 1, UNITS per DAY
        I25  | update credit_note set amount = 8                                           | purchase order 100000001-1
        I25  | update received_invoice_line set quantity = 2                               | purchase order 100000001-1 line 1
        I25  | delete from notice_terms                                                    | ship notice 100000001-1 number 1
        I25  | update received_invoice set state = 'MATCHED'; update shipment_line set shipped = 0 where shipment = 1 | purchase order 100000001-1 line 1
        """)
    void names_the_row_that_breaks_it(String invariant, String fault, String what) {
        Finding finding = afterwards(DROPPED + UNGUARDED + fault, invariant);
        assertThat(finding.offences())
                .anySatisfy(offence -> assertThat(offence.what()).isEqualTo(what));
    }

    @Test
    void names_the_line_of_a_canceled_order_that_waits_for_stock() {
        Finding finding = afterwards(DROPPED + """
            insert into amendment (id, order_number, shipment, vendor, kind, state, requested_at)
            values (gen_random_uuid(), 100000001, 1, 'acme', 'CANCELLATION', 'REFUSED', now());
            update order_line set open = 1, awaiting = 'BACKORDER' where line = 1
            """, "I04c");
        assertThat(finding.offences())
                .anySatisfy(offence -> assertThat(offence.what()).isEqualTo("order 100000001 line 1"));
    }

    @Test
    void shows_ten_rows_and_counts_all() {
        Finding finding = afterwards("""
            insert into product (sku, upc, name, created_at, updated_at)
            select 'P' || n, lpad(n::text, 14, '0'), 'P', now(), now() from generate_series(1, 25) n
            """, "I07a");
        assertThat(finding.broken()).isEqualTo(25);
        assertThat(finding.offences()).hasSize(10);
        assertThat(finding.toString())
                .startsWith("I07a  BROKEN  ")
                .contains("(25 rows)\n      product:P1: expected version 1; found no entry");
    }

    @Test
    void a_file_without_a_sentence_is_refused() {
        assertThatThrownBy(() -> Invariant.of("I99-nothing.sql", "select 1\n"))
                .hasMessageContaining("begin with a comment");
        assertThatThrownBy(() -> Invariant.of("nothing.sql", "-- Holds.\nselect 1\n"))
                .hasMessageContaining("named like");
    }

    private static List<Finding> broken(DataSource source) {
        return new Invariants(new InvariantStore(source), Invariant.all())
                .check().stream().filter(finding -> !finding.holds()).toList();
    }

    /** What one invariant finds once a fault is planted; the fault is taken back. */
    private static Finding afterwards(String fault, String name) {
        Invariant invariant = Invariant.all().stream()
                .filter(i -> i.name().equals(name))
                .findFirst()
                .orElseThrow();
        TransactionTemplate planted = new TransactionTemplate(new DataSourceTransactionManager(WORLD.owner()));
        JdbcClient jdbc = JdbcClient.create(WORLD.owner());
        Finding finding = planted.execute(status -> {
            status.setRollbackOnly();
            jdbc.sql(fault).update();
            return InvariantStore.ask(jdbc, invariant);
        });
        return Objects.requireNonNull(finding);
    }

    private static TestDatabase world() {
        TestDatabase database = TestDatabase.freshDatabase();
        try {
            String world = new ClassPathResource("verify/world.sql").getContentAsString(StandardCharsets.UTF_8);
            JdbcClient.create(database.owner()).sql(world).update();
            return database;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

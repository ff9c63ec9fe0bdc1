package io.braid.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.braid._support.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a superuser does to the journal is found by recomputing it; everybody else is refused. */
class TamperTest {
    private static final TestDatabase DATABASE = TestDatabase.freshDatabase();
    private static final Instant AT = Instant.parse("2026-11-23T17:00:00.123456Z");
    private static final String UNGUARDED = "set local session_replication_role = replica; ";

    /** In a transaction that is taken back: a journal, what is done to it, and what is found then. */
    private static void tampered(String fault, Consumer<Journal> looking) {
        DataSource owner = DATABASE.owner();
        JdbcClient jdbc = JdbcClient.create(owner);
        Journal journal = new Journal(new JournalStore(jdbc));
        new TransactionTemplate(new DataSourceTransactionManager(owner)).executeWithoutResult(status -> {
            status.setRollbackOnly();
            journal.record(Deed.bySystem("test", AT), entries());
            jdbc.sql(UNGUARDED + fault).update();
            looking.accept(journal);
        });
    }

    private static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (String code : List.of("A", "B", "C")) {
            for (int seq = 1; seq <= 4; seq++) {
                Subject subject = Subject.of("product", code);
                entries.add(new Entry(subject, seq, "ProductChanged", null, null, Map.of("name", "Mug " + seq)));
            }
        }
        return entries;
    }

    @Test
    void a_journal_that_nobody_touched_is_whole() {
        tampered("", journal -> assertThat(journal.verify(null)).isEqualTo(new Verification(12, null, null)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    update journal set data = '{"name":"Cup"}' where subject = 'product:B' and seq = 2 | product:B#2
                    update journal set actor_id = 'nobody' where subject = 'product:B' and seq = 1 | product:B#1
                    update journal set at = at + interval '1 microsecond' where subject = 'product:C' and seq = 4 | product:C#4
                    update journal set to_state = '' where subject = 'product:A' and seq = 3 | product:A#3
                    update journal set hash = sha256('x') where subject = 'product:A' and seq = 4 | product:A#4
                    update journal set correlation_id = 'other' where subject = 'product:A' and seq = 1 | product:A#1
                    update journal set subject = 'product:D' where subject = 'product:B' and seq = 4 | product:D#4
                    delete from journal where subject = 'product:B' and seq = 2 | product:B#3
                    delete from journal where subject = 'product:B' and seq = 1 | product:B#2
                    update journal set seq = 5 - seq + 100 where subject = 'product:B' and seq in (2, 3); update journal set seq = seq - 100 where seq > 100 | product:B#2
                    insert into journal select 0, 'product:B', 5, at, actor_type, actor_id, channel, type, from_state, to_state, data, correlation_id, hash from journal where subject = 'product:B' and seq = 4 | product:B#5
                    insert into journal select 0, 'product:AA', 1, at, actor_type, actor_id, channel, type, from_state, to_state, data, correlation_id, hash from journal where subject = 'product:A' and seq = 1 | product:AA#1
                    """)
    void the_first_row_that_does_not_follow_is_named(String fault, String brokenAt) {
        tampered(fault, journal -> {
            assertThat(journal.verify(null).brokenAt()).isEqualTo(brokenAt);
            String subject = brokenAt.substring(0, brokenAt.indexOf('#'));
            assertThat(journal.verify(journal.subject(subject)).brokenAt()).isEqualTo(brokenAt);
            Verification other = journal.verify(Subject.of("product", subject.equals("product:A") ? "C" : "A"));
            assertThat(other.ok()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "journal, update journal set type = type",
        "journal, delete from journal",
        "journal, truncate journal",
        "stock_move, update stock_move set delta = delta",
        "stock_move, delete from stock_move",
        "stock_move, truncate stock_move",
        "decision, update decision set reason = reason",
        "decision, delete from decision",
        "decision, truncate decision"
    })
    void append_only_tables_refuse_application_vendor_and_owner(String table, String statement) {
        assertRefused(DATABASE.app(), statement, "permission denied for table " + table);
        assertRefused(DATABASE.vendor(), statement, "permission denied for table " + table);
        assertRefused(DATABASE.owner(), statement, "table " + table + " is append-only");
    }

    private static void assertRefused(DataSource role, String statement, String message) {
        assertThatThrownBy(() -> JdbcClient.create(role).sql(statement).update())
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"))
                .hasMessageContaining(message);
    }
}

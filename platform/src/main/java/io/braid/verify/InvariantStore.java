package io.braid.verify;

import io.braid.verify.Finding.Offence;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the invariants: the one store that reads the tables of every module. It only reads, and the database holds it to
 * that.
 */
final class InvariantStore {
    /** Rows shown of each broken invariant; the count tells how many there are. */
    private static final int SHOWN_MAX = 10;

    /** A check reads whole tables: it may take its time, and its sums should fit into memory. */
    private static final String LIMITS = """
            select set_config('statement_timeout', '0', true), set_config('work_mem', '128MB', true),
                   set_config('jit', 'off', true)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    InvariantStore(DataSource source) {
        this.jdbc = JdbcClient.create(source);
        this.snapshot = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    List<Finding> check(List<Invariant> invariants) {
        List<Finding> findings = new ArrayList<>();
        snapshot.executeWithoutResult(status -> {
            jdbc.sql(LIMITS).query().listOfRows();
            invariants.forEach(invariant -> findings.add(ask(jdbc, invariant)));
        });
        return findings;
    }

    static Finding ask(JdbcClient jdbc, Invariant invariant) {
        long[] broken = {0};
        List<Offence> offences = jdbc.sql("select count(*) over () as broken, what, expected, found from (\n"
                        + invariant.query() + "\n) as offences order by what limit " + SHOWN_MAX)
                .query((rs, row) -> {
                    broken[0] = rs.getLong("broken");
                    return new Offence(rs.getString("what"), rs.getString("expected"), rs.getString("found"));
                })
                .list();
        return new Finding(invariant.name(), invariant.sentence(), broken[0], offences);
    }
}

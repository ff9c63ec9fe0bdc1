package io.braid.store;

import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads in a vendor's name, on connections of the vendor role: row security shows that vendor's rows alone, whatever
 * a statement asks for, and columns with selling prices are not granted at all. The second wall behind
 * {@link VendorScope}.
 */
public final class VendorReads {
    private final JdbcClient jdbc;
    private final TransactionTemplate template;

    public VendorReads(DataSource vendorDataSource) {
        this.jdbc = JdbcClient.create(vendorDataSource);
        this.template = new TransactionTemplate(new DataSourceTransactionManager(vendorDataSource));
        this.template.setReadOnly(true);
    }

    public <T> T as(VendorScope scope, Function<JdbcClient, T> read) {
        T value = template.execute(status -> {
            // Local to the transaction: a pooled connection must not remember whom it served.
            jdbc.sql("select set_config('app.vendor', ?, true)")
                    .param(scope.vendor().text())
                    .query(String.class)
                    .single();
            return read.apply(jdbc);
        });
        if (value == null) {
            throw new IllegalStateException("a read answered null");
        }
        return value;
    }
}

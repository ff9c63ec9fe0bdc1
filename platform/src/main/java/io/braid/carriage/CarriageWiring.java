package io.braid.carriage;

import io.braid.journal.Deed;
import io.braid.journal.Journal;
import io.braid.store.Transactions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class CarriageWiring {
    /** Before the port opens there is a sample to promise by, unless somebody's own tables are there. */
    @Bean
    Carriers carriers(JdbcClient jdbc, Journal journal, Transactions transactions, Clock clock) {
        Carriers carriers = new Carriers(new CarrierStore(jdbc), journal, transactions);
        transactions.run(() -> SampleTables.loadInto(carriers, Deed.bySystem("first-start", clock.instant())));
        return carriers;
    }
}

package io.braid.inventory;

import io.braid.journal.Journal;
import io.braid.store.Transactions;
import io.braid.store.VendorReads;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class InventoryWiring {
    @Bean
    Stock stock(JdbcClient jdbc, Journal journal, Transactions transactions) {
        return new Stock(new StockStore(jdbc), journal, transactions);
    }

    @Bean
    Positions positions(JdbcClient jdbc, VendorReads vendorReads) {
        return new Positions(new PositionStore(jdbc), vendorReads);
    }

    @Bean
    Counts counts(JdbcClient jdbc, Journal journal, Positions positions, Transactions transactions) {
        return new Counts(counting(jdbc, journal), positions, transactions);
    }

    private static Counting counting(JdbcClient jdbc, Journal journal) {
        return new Counting(new StockStore(jdbc), new CountStore(jdbc), journal);
    }
}

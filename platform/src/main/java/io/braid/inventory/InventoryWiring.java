package io.braid.inventory;

import io.braid.journal.Journal;
import io.braid.store.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class InventoryWiring {
    @Bean
    Stock stock(JdbcClient jdbc, Journal journal, Transactions transactions) {
        return new Stock(new StockStore(jdbc), journal, transactions);
    }
}

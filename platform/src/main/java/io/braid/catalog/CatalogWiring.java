package io.braid.catalog;

import io.braid.journal.Journal;
import io.braid.store.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class CatalogWiring {
    @Bean
    Products products(JdbcClient jdbc, Journal journal, Transactions transactions) {
        return new Products(new ProductStore(jdbc), journal, transactions);
    }
}

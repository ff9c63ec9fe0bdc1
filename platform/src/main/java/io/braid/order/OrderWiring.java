package io.braid.order;

import io.braid.journal.Journal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class OrderWiring {
    @Bean
    Orders orders(JdbcClient jdbc, Journal journal) {
        return new Orders(
                new OrderStore(jdbc), new BackorderStore(jdbc), new AddressStore(jdbc), new SpanStore(jdbc), journal);
    }
}

package io.braid.fulfillment;

import io.braid.journal.Journal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class FulfillmentWiring {
    @Bean
    Shipments shipments(JdbcClient jdbc, Journal journal) {
        return new Shipments(new ShipmentStore(jdbc), journal);
    }
}

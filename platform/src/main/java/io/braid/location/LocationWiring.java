package io.braid.location;

import io.braid.journal.Journal;
import io.braid.store.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class LocationWiring {
    @Bean
    PostalCodes postalCodes(JdbcClient jdbc, Journal journal, Transactions transactions) {
        PostalCodes postalCodes = new PostalCodes(new PostalCodeStore(jdbc), journal, transactions);
        // Before the port opens: an order must not find the table half full.
        postalCodes.loadBuiltIn();
        return postalCodes;
    }

    @Bean
    Capacity capacity(JdbcClient jdbc) {
        return new Capacity(new CapacityStore(jdbc), new WindowStore(jdbc));
    }

    @Bean
    Locations locations(
            JdbcClient jdbc,
            PostalCodes postalCodes,
            KnownVendors vendors,
            Journal journal,
            Transactions transactions) {
        return new Locations(new LocationStore(jdbc), postalCodes, vendors, journal, transactions);
    }
}

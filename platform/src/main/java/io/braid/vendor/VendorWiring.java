package io.braid.vendor;

import io.braid.journal.Journal;
import io.braid.location.Locations;
import io.braid.store.Transactions;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class VendorWiring {
    @Bean
    KnownByCode knownByCode(JdbcClient jdbc) {
        return new KnownByCode(new VendorStore(jdbc));
    }

    @Bean
    NeedsLocation needsLocation(Locations locations) {
        return new NeedsLocation(locations);
    }

    @Bean
    Vendors vendors(JdbcClient jdbc, List<Requirement> requirements, Journal journal, Transactions transactions) {
        return new Vendors(new VendorStore(jdbc), requirements, journal, transactions);
    }
}

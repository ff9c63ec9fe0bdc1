package io.braid.sla;

import io.braid.fulfillment.Crossings;
import io.braid.journal.Journal;
import io.braid.location.KnownVendors;
import io.braid.location.Locations;
import io.braid.store.Transactions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class SlaWiring {
    @Bean
    SlaPolicies slaPolicies(
            JdbcClient jdbc, Locations locations, KnownVendors vendors, Journal journal, Transactions transactions) {
        return new SlaPolicies(
                new PolicyStore(jdbc), new PolicyChecks(locations, vendors), locations, journal, transactions);
    }

    @Bean(initMethod = "start")
    SlaJob slaJob(Crossings crossings, Clock clock) {
        return new SlaJob(crossings, clock);
    }
}

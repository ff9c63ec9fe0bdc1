package io.braid.invoice;

import io.braid.journal.Journal;
import io.braid.store.VendorReads;
import io.braid.vendor.Vendors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class InvoiceWiring {
    @Bean
    Invoices invoices(JdbcClient jdbc, VendorReads reads, Vendors vendors, Journal journal) {
        return new Invoices(new InvoiceStore(jdbc), reads, vendors, journal);
    }
}

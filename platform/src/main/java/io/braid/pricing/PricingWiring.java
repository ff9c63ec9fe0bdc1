package io.braid.pricing;

import io.braid.catalog.Products;
import io.braid.journal.Journal;
import io.braid.store.Transactions;
import io.braid.store.VendorReads;
import io.braid.vendor.Vendors;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class PricingWiring {
    @Bean
    ContractedPrices contractedPrices(JdbcClient jdbc) {
        return new ContractedPrices(new PriceStore(jdbc));
    }

    @Bean
    NeedsPricedItem needsPricedItem(JdbcClient jdbc, Clock clock) {
        return new NeedsPricedItem(new PriceStore(jdbc), clock);
    }

    @Bean
    ItemWriter itemWriter(JdbcClient jdbc, Products products, Journal journal) {
        return new ItemWriter(new ItemStore(jdbc), new PriceStore(jdbc), products, journal);
    }

    @Bean
    VendorItems vendorItems(
            JdbcClient jdbc, VendorReads vendorReads, ItemWriter writer, Vendors vendors, Transactions transactions) {
        return new VendorItems(new PricedItemStore(jdbc, vendorReads), writer, vendors, transactions);
    }
}

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
    ItemWriter itemWriter(JdbcClient jdbc, Products products, Vendors vendors, Journal journal) {
        return new ItemWriter(new ItemStore(jdbc), new PriceStore(jdbc), products, vendors, journal);
    }

    @Bean
    PricedItemStore pricedItemStore(JdbcClient jdbc, VendorReads vendorReads) {
        return new PricedItemStore(jdbc, vendorReads);
    }

    @Bean
    VendorItems vendorItems(
            PricedItemStore store, ItemWriter writer, Products products, Vendors vendors, Transactions transactions) {
        return new VendorItems(store, writer, products, vendors, transactions);
    }

    @Bean
    Proposals proposals(
            ProposalStore store, ItemWriter writer, Products products, Vendors vendors, Proposals.Ledger ledger) {
        return new Proposals(store, writer, products, vendors, ledger);
    }

    @Bean
    ProposalStore proposalStore(JdbcClient jdbc, VendorReads vendorReads) {
        return new ProposalStore(jdbc, vendorReads);
    }

    @Bean
    Proposals.Ledger proposalLedger(Journal journal, Transactions transactions) {
        return new Proposals.Ledger(journal, transactions);
    }
}

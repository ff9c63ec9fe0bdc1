package io.braid.inventory;

import io.braid.catalog.Products;
import io.braid.journal.Journal;
import io.braid.location.Locations;
import io.braid.location.PostalCodes;
import io.braid.store.Transactions;
import io.braid.store.VendorReads;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class InventoryWiring {
    @Bean
    Stock stock(JdbcClient jdbc, Journal journal, Transactions transactions) {
        return new Stock(new StockStore(jdbc), journal, transactions);
    }

    @Bean
    Positions positions(JdbcClient jdbc, VendorReads vendorReads) {
        return new Positions(new PositionStore(jdbc, vendorReads));
    }

    @Bean
    Counts counts(JdbcClient jdbc, Journal journal, Positions positions, Transactions transactions) {
        return new Counts(counting(jdbc, journal), positions, transactions);
    }

    @Bean
    Availability availability(Stock stock, Products products, Locations locations, PostalCodes postalCodes) {
        return new Availability(stock, products, locations, postalCodes);
    }

    @Bean
    Feeds feeds(JdbcClient jdbc, Journal journal, Positions positions, Transactions transactions, Clock clock) {
        FeedChunks chunks = new FeedChunks(counting(jdbc, journal));
        return new Feeds(new FeedStore(jdbc), chunks, positions, transactions, clock);
    }

    private static Counting counting(JdbcClient jdbc, Journal journal) {
        return new Counting(new StockStore(jdbc), new CountStore(jdbc), journal);
    }
}

package io.braid.inventory;

import io.braid.catalog.Products;
import io.braid.journal.Journal;
import io.braid.location.Locations;
import io.braid.location.PostalCodes;
import io.braid.store.Transactions;
import io.braid.store.VendorReads;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class InventoryWiring {
    @Bean
    Arrivals arrivals(JdbcClient jdbc, Transactions transactions) {
        return new Arrivals(new StockStore(jdbc), transactions);
    }

    @Bean
    Stock stock(JdbcClient jdbc, Journal journal, Transactions transactions, Arrivals arrivals) {
        return new Stock(new StockStore(jdbc), journal, transactions, arrivals);
    }

    @Bean
    PastStock pastStock(JdbcClient jdbc) {
        return new PastStock(new PastStore(jdbc));
    }

    @Bean
    Counting counting(JdbcClient jdbc, Journal journal, Arrivals arrivals) {
        return new Counting(new StockStore(jdbc), new CountStore(jdbc), journal, arrivals);
    }

    @Bean
    Deliveries deliveries(JdbcClient jdbc, Transactions transactions, Arrivals arrivals, Clock clock) {
        return new Deliveries(new DeliveryStore(jdbc), new StockStore(jdbc), transactions, arrivals, clock);
    }

    @Bean(initMethod = "start")
    DeliveryJob deliveryJob(Deliveries deliveries) {
        return new DeliveryJob(deliveries);
    }

    @Bean
    Positions positions(JdbcClient jdbc, VendorReads vendorReads) {
        return new Positions(new PositionStore(jdbc, vendorReads));
    }

    @Bean
    Counts counts(Counting counting, Positions positions, Transactions transactions) {
        return new Counts(counting, positions, transactions);
    }

    @Bean
    Availability availability(Stock stock, Products products, Locations locations, PostalCodes postalCodes) {
        return new Availability(stock, products, locations, postalCodes);
    }

    @Bean
    Feeds.Parts partsOfFeeds(
            JdbcClient jdbc, Counting counting, @Value("${braid.feed-emptied-percent:50}") int emptiedPercentMax) {
        FeedStore store = new FeedStore(jdbc);
        return new Feeds.Parts(store, new FeedGuard(store, emptiedPercentMax), new FeedChunks(counting));
    }

    @Bean
    Feeds feeds(Feeds.Parts parts, Positions positions, Transactions transactions, Clock clock) {
        return new Feeds(parts, positions, transactions, clock);
    }
}

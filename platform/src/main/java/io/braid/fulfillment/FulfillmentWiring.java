package io.braid.fulfillment;

import io.braid.inventory.Stock;
import io.braid.journal.Journal;
import io.braid.location.Capacity;
import io.braid.order.Orders;
import io.braid.store.Transactions;
import io.braid.store.VendorReads;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class FulfillmentWiring {
    @Bean
    Shipments shipments(JdbcClient jdbc, Journal journal, ServiceLevels serviceLevels) {
        return new Shipments(
                new ShipmentStore(jdbc), new StepStore(jdbc), new ShipToStore(jdbc), journal, serviceLevels);
    }

    @Bean
    Crossings crossings(
            JdbcClient jdbc,
            Transactions transactions,
            Crossings.Audience audience,
            Fulfillment fulfillment,
            Stock stock) {
        return new Crossings(new CrossingStore(jdbc), transactions, audience, fulfillment, stock);
    }

    @Bean
    Crossings.Audience audienceOfCrossings(Journal journal, Reminding reminding) {
        return new Crossings.Audience(journal, reminding);
    }

    @Bean
    Performance performance(JdbcClient jdbc, VendorReads reads) {
        return new Performance(new PerformanceStore(jdbc), reads);
    }

    @Bean
    PurchaseOrders purchaseOrders(VendorReads reads) {
        return new PurchaseOrders(reads);
    }

    @Bean
    Fulfillment.Neighbours neighboursOfFulfillment(
            Transactions transactions, Journal journal, Orders orders, Stock stock, Capacity capacity) {
        return new Fulfillment.Neighbours(transactions, journal, orders, stock, capacity);
    }

    @Bean
    Fulfillment fulfillment(
            JdbcClient jdbc,
            PurchaseOrders purchaseOrders,
            Fulfillment.Neighbours neighbours,
            Shortfalls shortfalls,
            Amending amending,
            Billing billing) {
        Fulfillment.Stores stores =
                new Fulfillment.Stores(new ShipmentStore(jdbc), new StepStore(jdbc), purchaseOrders);
        return new Fulfillment(stores, neighbours, shortfalls, amending, billing);
    }

    @Bean
    PastPromises pastPromises(JdbcClient jdbc) {
        return new PastPromises(new PromiseStore(jdbc));
    }
}

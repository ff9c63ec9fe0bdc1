package io.braid.api;

import io.braid.catalog.Products;
import io.braid.fulfillment.Shipments;
import io.braid.location.PostalCodes;
import io.braid.sourcing.Amendments;
import io.braid.sourcing.Rendering;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrdersWiring {
    @Bean
    Rendering rendering() {
        return new OrderRendering();
    }

    @Bean
    ShownOrders shownOrders(Shipments shipments, Amendments amendments, Clock clock) {
        return new ShownOrders(shipments, amendments, clock);
    }

    @Bean
    SimulatedFiles simulatedFiles(Products products, PostalCodes places) {
        return new SimulatedFiles(products, places);
    }
}

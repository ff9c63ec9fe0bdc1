package io.braid.api;

import io.braid.catalog.Products;
import io.braid.location.PostalCodes;
import io.braid.sourcing.Rendering;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrdersWiring {
    @Bean
    Rendering rendering() {
        return new OrderRendering();
    }

    @Bean
    SimulatedFiles simulatedFiles(Products products, PostalCodes places) {
        return new SimulatedFiles(products, places);
    }
}

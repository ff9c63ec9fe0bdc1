package io.braid.api;

import io.braid.sourcing.Rendering;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrdersWiring {
    @Bean
    Rendering rendering() {
        return new OrderRendering();
    }
}

package io.braid.pricing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class PricingWiring {
    @Bean
    ContractedPrices contractedPrices(JdbcClient jdbc) {
        return new ContractedPrices(new PriceStore(jdbc));
    }
}

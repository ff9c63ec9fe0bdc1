package io.braid.verify;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VerifyWiring {
    @Bean
    Invariants invariants(DataSource source) {
        return new Invariants(new InvariantStore(source), Invariant.all());
    }
}

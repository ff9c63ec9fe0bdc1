package io.braid.journal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class JournalWiring {
    @Bean
    Journal journal(JdbcClient jdbc) {
        return new Journal(new JournalStore(jdbc));
    }
}

package io.braid.store;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class StoreWiring {
    @Bean
    Transactions transactions(PlatformTransactionManager manager) {
        return new Transactions(manager);
    }

    @Bean
    VendorReads vendorReads(@Qualifier("vendorDataSource") DataSource vendorDataSource) {
        return new VendorReads(vendorDataSource);
    }

    @Bean
    Idempotency idempotency(JdbcClient jdbc, Clock clock) {
        return new Idempotency(new IdempotencyStore(jdbc), clock);
    }

    @Bean(initMethod = "start")
    IdempotencyJob idempotencyJob(Idempotency idempotency) {
        return new IdempotencyJob(idempotency);
    }

    @Bean
    Vault vault(@Value("${braid.master-key-file:}") String keyFile, @Value("${braid.data:.braid}") String data) {
        return keyFile.isEmpty() ? Vault.in(Path.of(data)) : Vault.of(Path.of(keyFile));
    }

    @Bean
    JsonMapper jsonMapper() {
        return Json.MAPPER;
    }
}

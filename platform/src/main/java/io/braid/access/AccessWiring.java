package io.braid.access;

import io.braid.journal.Journal;
import io.braid.store.Transactions;
import io.braid.store.VendorReads;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class AccessWiring {
    @Bean
    ApiKeyStore apiKeyStore(JdbcClient jdbc, VendorReads vendorReads) {
        return new ApiKeyStore(jdbc, vendorReads);
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    /** The directory is asked for at its first use: whoever keeps vendors may itself need access. */
    @Bean
    ApiKeys apiKeys(
            ApiKeyStore store,
            Transactions transactions,
            Journal journal,
            ObjectProvider<VendorDirectory> vendors,
            SecureRandom random) {
        return new ApiKeys(
                store, transactions, journal, code -> vendors.getObject().findName(code), random);
    }

    /** When the port is open: a start that failed must not have told a key that is told once. */
    @Bean
    ApplicationListener<ContextRefreshedEvent> firstKey(
            ApiKeys keys,
            ApiKeyStore store,
            Transactions transactions,
            Clock clock,
            @Value("${braid.api-key:}") String configured) {
        return started -> {
            String told = new FirstKey(keys, store, transactions, clock).ensure(configured);
            if (!told.isEmpty()) {
                System.out.println(told);
            }
        };
    }
}

package io.braid.store;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
    JsonMapper jsonMapper() {
        return Json.MAPPER;
    }
}

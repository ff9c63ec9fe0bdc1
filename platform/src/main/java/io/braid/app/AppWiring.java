package io.braid.app;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** What belongs to no module: time and the database connections. */
@Configuration(proxyBeanMethods = false)
class AppWiring {
    private static final int APP_CONNECTIONS_MAX = 10;
    private static final int VENDOR_CONNECTIONS_MAX = 4;

    @Bean(initMethod = "start")
    @ConditionalOnMissingBean(Clock.class)
    DatabaseClock clock(HikariDataSource dataSource) {
        MomentStore moments = new MomentStore(dataSource);
        return new DatabaseClock(Clock.systemUTC(), moments::now);
    }

    /** Closed by {@link RunCommand} after everything else. */
    @Bean(destroyMethod = "")
    OpenDatabase openDatabase(OpeningDatabase opening) {
        return opening.await();
    }

    @Bean
    @Primary
    HikariDataSource dataSource(OpenDatabase database) {
        Roles roles = database.roles();
        return Pools.open("braid", roles.url(roles.app()), APP_CONNECTIONS_MAX, database.version());
    }

    @Bean
    HikariDataSource vendorDataSource(OpenDatabase database) {
        Roles roles = database.roles();
        return Pools.open("braid-vendor", roles.url(roles.vendor()), VENDOR_CONNECTIONS_MAX, database.version());
    }

    @Bean
    ReadinessStore readiness(HikariDataSource dataSource) {
        return new ReadinessStore(dataSource);
    }

    @Bean
    HealthHttp healthHttp(ReadinessStore readiness) {
        return new HealthHttp(readiness);
    }
}

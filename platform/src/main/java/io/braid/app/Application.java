package io.braid.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The Spring application: everything below {@code io.braid} that declares itself. It is given its settings and a
 * database that opens while Spring is still reading classes; it never looks for either by itself.
 */
@SpringBootApplication(scanBasePackages = "io.braid", proxyBeanMethods = false, exclude = FlywayAutoConfiguration.class)
public class Application {
    /** Beans may replace {@code database} only in a test. */
    static SpringApplication of(Settings settings, OpeningDatabase database) {
        SpringApplication spring = new SpringApplication(Application.class);
        spring.addInitializers(given(settings, database));
        return spring;
    }

    private static ApplicationContextInitializer<ConfigurableApplicationContext> given(
            Settings settings, OpeningDatabase database) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            properties.put(setting.property(), settings.value(setting));
        }
        properties.put("server.port", settings.port());
        return context -> {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("braid", properties));
            context.getBeanFactory().registerSingleton("settings", settings);
            context.getBeanFactory().registerSingleton("openingDatabase", database);
        };
    }
}

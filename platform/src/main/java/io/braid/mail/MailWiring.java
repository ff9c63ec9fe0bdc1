package io.braid.mail;

import io.braid.store.Vault;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class MailWiring {
    @Bean
    MailStore mailStore(JdbcClient jdbc, Vault vault) {
        return new MailStore(jdbc, vault);
    }

    @Bean(initMethod = "start")
    MailJob mailJob(
            MailStore store, @Value("${braid.smtp-url:}") String url, @Value("${braid.mail-from:}") String from) {
        return new MailJob(store, postman(url, from));
    }

    private static @Nullable Postman postman(String url, String from) {
        return url.isEmpty() ? null : new SmtpPostman(URI.create(url), from.isEmpty() ? "braid@localhost" : from);
    }

    @Bean
    Mails mails(MailStore store, MailJob job, @Value("${braid.smtp-url:}") String url) {
        return new Mails(store, !url.isEmpty(), job::wake);
    }
}

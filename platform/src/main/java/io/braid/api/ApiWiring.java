package io.braid.api;

import io.braid.access.ApiKeys;
import io.braid.store.Idempotency;
import io.braid.store.Transactions;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:api.properties")
class ApiWiring {
    @Bean
    Problems problems() {
        return new Problems();
    }

    @Bean
    Rules rules(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return new Rules(mappings);
    }

    @Bean
    FilterRegistrationBean<Edge> edge(Problems problems) {
        FilterRegistrationBean<Edge> registration = new FilterRegistrationBean<>(new Edge(problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    WebMvcRegistrations webMvcRegistrations(Rules rules, Idempotency idempotency, Transactions transactions) {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new IdempotentAdapter(rules, idempotency, transactions);
            }
        };
    }

    @Bean
    WebMvcConfigurer edgeOfMvc(Rules rules, ApiKeys keys, Clock clock, Problems problems) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Gate(rules, keys, clock));
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.addAll(Arguments.resolvers(clock));
            }

            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.withJsonConverter(new JsonBodies());
            }

            @Override
            public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
                resolvers.addFirst(problems);
            }
        };
    }
}

package io.braid.api;

import io.braid.access.ApiKeys;
import io.braid.access.PublicAddress;
import io.braid.access.Sessions;
import io.braid.kernel.Refusal;
import io.braid.store.Idempotency;
import io.braid.store.Transactions;
import io.swagger.v3.oas.models.OpenAPI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.webjars.WebJarVersionLocator;

@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:api.properties")
class ApiWiring {
    private static final String HANDLERS = "requestMappingHandlerMapping";

    /** The page's scripts and styles come with springdoc; which version is its business. */
    private static final String ASSETS = "classpath:/META-INF/resources/webjars/swagger-ui/"
            + new WebJarVersionLocator().version("swagger-ui") + "/";

    @Bean
    Problems problems() {
        return new Problems();
    }

    @Bean
    Rules rules() {
        return new Rules();
    }

    /** Before the port opens: a handler without a rule keeps Braid from starting. */
    @Bean
    SmartInitializingSingleton ruled(Rules rules, @Qualifier(HANDLERS) RequestMappingHandlerMapping handlers) {
        return () -> rules.read(handlers);
    }

    @Bean
    ProblemPages problemPages() {
        return new ProblemPages(ApiWiring::refusals);
    }

    private static List<String> refusals() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(Refusal.class));
        return scan.findCandidateComponents("io.braid").stream()
                .map(found -> String.valueOf(found.getBeanClassName()))
                .map(type -> type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1))
                .map(Refusal::problemOf)
                .toList();
    }

    /** Takes the place of Boot's own; {@link ErrorsHttp} answers. */
    @Bean
    ErrorController errorController() {
        return new ErrorController() {};
    }

    @Bean
    FilterRegistrationBean<Edge> edge(Problems problems) {
        FilterRegistrationBean<Edge> registration = new FilterRegistrationBean<>(new Edge(problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory> jettyErrors() {
        return factory -> factory.addServerCustomizers(server -> server.setErrorHandler(new JettyErrors()));
    }

    @Bean
    OpenApi openApi() {
        return new OpenApi();
    }

    @Bean
    PresentFields presentFields() {
        return new PresentFields();
    }

    @Bean
    @Lazy
    OpenAPI description(OpenApi openApi) {
        return openApi.description();
    }

    @Bean
    Cookies cookies(PublicAddress address) {
        return new Cookies(address);
    }

    @Bean
    Visitors visitors(@Value("${braid.trusted-proxies:}") String trustedProxies) {
        return Visitors.behind(trustedProxies);
    }

    @Bean
    Authentication authentication(
            ApiKeys keys, Sessions sessions, Cookies cookies, PublicAddress address, Clock clock) {
        return new Authentication(keys, sessions, cookies, new Origins(address), clock);
    }

    @Bean
    WebMvcRegistrations webMvcRegistrations(
            Rules rules, Idempotency idempotency, Transactions transactions, SecureRandom random) {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new IdempotentAdapter(rules, idempotency, transactions, new Seal(random));
            }
        };
    }

    @Bean
    WebMvcConfigurer edgeOfMvc(
            Rules rules, Authentication authentication, Visitors visitors, Clock clock, Problems problems) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Gate(rules, authentication));
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler(DocsHttp.ASSETS + "**").addResourceLocations(ASSETS);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.addAll(Arguments.resolvers(clock, visitors));
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

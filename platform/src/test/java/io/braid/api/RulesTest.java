package io.braid.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.braid.access.Portal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A handler that does not say whom it is for, or says it wrongly, keeps the application from starting. */
class RulesTest {
    static final class Handlers {
        @GetMapping
        void silent() {}

        @Needs("orders:read")
        void read() {}

        @Needs(value = "orders:read", audience = Needs.Audience.VENDOR)
        void vendorRead() {}

        @Needs("Orders")
        void misspelt() {}

        @Open
        void open() {}
    }

    @ParameterizedTest
    @CsvSource({
        "silent, /api/v1/orders, does not say whom it is for",
        "read, /api/v1/vendor/orders, wrong audience",
        "vendorRead, /api/v1/orders, wrong audience",
        "misspelt, /api/v1/orders, which is not <resource>:read",
    })
    void the_application_does_not_start(String method, String path, String told) {
        assertThatThrownBy(() -> start(method, path).close())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(told)
                .hasMessageContaining(method);
    }

    @ParameterizedTest
    @CsvSource({
        "read, /api/v1/orders",
        "read, /api/v1/vendors",
        "vendorRead, /api/v1/vendor/orders",
        "open, /healthz",
    })
    void the_application_starts(String method, String path) {
        try (GenericApplicationContext context = start(method, path)) {
            assertThat(context.isActive()).isTrue();
        }
    }

    @Test
    void every_scope_asked_for_is_known() {
        try (GenericApplicationContext context = start("read", "/api/v1/orders")) {
            assertThat(context.getBean(Rules.class).scopes(Portal.OPERATOR)).containsExactly("orders:read");
            assertThat(context.getBean(Rules.class).scopes(Portal.VENDOR)).isEmpty();
        }
    }

    private static GenericApplicationContext start(String method, String path) {
        GenericWebApplicationContext context = new GenericWebApplicationContext();
        context.registerBean(RequestMappingHandlerMapping.class, () -> mapping(method, path));
        context.registerBean(Rules.class, Rules::new);
        context.registerBean("ruled", SmartInitializingSingleton.class, () -> ruled(context));
        context.refresh();
        return context;
    }

    private static SmartInitializingSingleton ruled(GenericWebApplicationContext context) {
        return new ApiWiring().ruled(context.getBean(Rules.class), context.getBean(RequestMappingHandlerMapping.class));
    }

    private static RequestMappingHandlerMapping mapping(String method, String path) {
        return new RequestMappingHandlerMapping() {
            @Override
            public void afterPropertiesSet() {
                super.afterPropertiesSet();
                try {
                    registerMapping(
                            RequestMappingInfo.paths(path)
                                    .options(getBuilderConfiguration())
                                    .build(),
                            new Handlers(),
                            Handlers.class.getDeclaredMethod(method));
                } catch (NoSuchMethodException e) {
                    throw new AssertionError(e);
                }
            }
        };
    }
}

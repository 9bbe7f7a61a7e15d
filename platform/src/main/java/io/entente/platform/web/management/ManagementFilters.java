package io.entente.platform.web.management;

import jakarta.servlet.Filter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/**
 * Lets the filters of the service watch a management port too. Spring Boot registers Spring Security's filter there by itself; without
 * these, a refusal would have no correlation id, a command of an operator would not be in the audit log, and a slow body would keep a
 * thread.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
public class ManagementFilters {

    @Bean
    FilterRegistrationBean<Filter> correlationOfOperators(@Qualifier("correlationFilter") Filter filter) {
        return registered(filter);
    }

    @Bean
    FilterRegistrationBean<Filter> headersForOperators(@Qualifier("securityHeadersFilter") Filter filter) {
        return registered(filter);
    }

    @Bean
    FilterRegistrationBean<Filter> slowBodiesOfOperators(@Qualifier("slowBodyFilter") Filter filter) {
        return registered(filter);
    }

    @Bean
    FilterRegistrationBean<Filter> rateLimitOfOperators(@Qualifier("rateLimitFilter") ObjectProvider<Filter> filter) {
        return optional(filter);
    }

    @Bean
    FilterRegistrationBean<Filter> auditOfOperators(@Qualifier("auditFilter") ObjectProvider<Filter> filter) {
        return optional(filter);
    }

    @Bean
    FilterRegistrationBean<Filter> apiKeysOfOperators(@Qualifier("apiKeyFilter") ObjectProvider<Filter> filter) {
        return optional(filter);
    }

    private static FilterRegistrationBean<Filter> optional(ObjectProvider<Filter> provided) {
        Filter filter = provided.getIfAvailable();
        if (filter != null) {
            return registered(filter);
        }
        FilterRegistrationBean<Filter> none =
                new FilterRegistrationBean<>((request, response, chain) -> chain.doFilter(request, response));
        none.setEnabled(false);
        return none;
    }

    private static FilterRegistrationBean<Filter> registered(Filter filter) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        if (filter instanceof Ordered ordered) {
            registration.setOrder(ordered.getOrder());
        }
        return registration;
    }
}

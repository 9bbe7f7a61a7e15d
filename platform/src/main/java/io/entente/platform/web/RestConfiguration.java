package io.entente.platform.web;

import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.runtime.MessagingProperties;
import io.entente.platform.web.access.ActorSource;
import io.entente.platform.web.access.ShownActors;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.access.TenantResolver;
import io.entente.platform.web.body.CheckedBodyConverter;
import io.entente.platform.web.constraints.ProgramLanguages;
import io.entente.platform.web.errors.ReadableQuery;
import io.entente.platform.web.lists.SortOrderResolver;
import io.entente.platform.web.parameters.InstantText;
import io.entente.platform.web.parameters.KnownParameters;
import io.entente.platform.web.parameters.ParameterValues;
import io.entente.platform.web.text.TextParameters;
import jakarta.validation.Validator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Adds the REST conventions to the web layer of a service. */
@AutoConfiguration
@Import({Problems.class, TextParameters.class, ShownActors.class})
public class RestConfiguration {

    @Bean
    ServerHttpMessageConvertersCustomizer strictRequestBodies(
            JsonMapper json, Validator validator, MessagingProperties properties) {
        RequestBodyConverter converter = new RequestBodyConverter(
                json, validator, properties.maxRequestSize().toBytes());
        return converters ->
                converters.addCustomConverter(converter).addCustomConverter(new CheckedBodyConverter(converter::read));
    }

    @Bean
    WebMvcConfigurer conventionalParameters(
            ActorSource actors, @Value("${server.error.path:/error}") String errorPath) {
        return new WebMvcConfigurer() {
            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(String.class, Instant.class, InstantText::read);
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ReadableQuery(InvalidInputException::malformed))
                        .excludePathPatterns(errorPath);
                registry.addInterceptor(new KnownParameters(
                                Map.of(
                                        PageRequest.class,
                                        Set.of(PageRequestResolver.LIMIT, PageRequestResolver.CURSOR),
                                        SortOrder.class,
                                        Set.of(SortOrderResolver.SORT, SortOrderResolver.ORDER),
                                        Tenant.class,
                                        Set.of(TenantResolver.PARAMETER)),
                                InvalidInputException::malformed))
                        .excludePathPatterns(errorPath);
                registry.addInterceptor(new TextParameters.Check(InvalidInputException::malformed))
                        .excludePathPatterns(errorPath);
                registry.addInterceptor(new ParameterValues(InvalidInputException::malformed))
                        .excludePathPatterns(errorPath);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new TenantResolver(actors, id -> new NotFoundException("partner", id)));
                resolvers.add(new PageRequestResolver());
                resolvers.add(new SortOrderResolver(InvalidInputException::malformed));
                resolvers.add(
                        new HeaderResolver<>(IfMatch.class, IfMatch.HEADER, (etag, request) -> new IfMatch(etag)));
                resolvers.add(new HeaderResolver<>(
                        IdempotencyKey.class,
                        IdempotencyKey.HEADER,
                        (key, request) ->
                                IdempotencyKey.of(key, actors.actorOf(request).value())));
            }
        };
    }

    /** @param languages {@code entente.program.languages}, separated by commas */
    @Bean
    ProgramLanguages programLanguages(@Value("${entente.program.languages}") List<String> languages) {
        return ProgramLanguages.of(languages);
    }

    @Bean
    RequestObservations requestObservations() {
        return new RequestObservations();
    }

    @Bean
    CorrelationFilter correlationFilter() {
        return new CorrelationFilter();
    }
}

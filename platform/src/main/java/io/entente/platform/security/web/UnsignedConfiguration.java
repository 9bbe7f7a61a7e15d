package io.entente.platform.security.web;

import io.entente.platform.security.Caller;
import io.entente.platform.web.ActorResolver;
import io.entente.platform.web.access.ActorSource;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Limits partners in a service that doesn't sign callers in and believes a header instead. */
@AutoConfiguration
@ConditionalOnProperty(name = "entente.security.enabled", havingValue = "false", matchIfMissing = true)
public class UnsignedConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    WebMvcConfigurer limitsOfPartners(@Value("${server.error.path:/error}") String errorPath) {
        ActorSource actors = ActorResolver.fromHeader();
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new OutsiderAccess(request -> actors.actorOf(new ServletWebRequest(request))))
                        .excludePathPatterns(errorPath)
                        .order(Ordered.HIGHEST_PRECEDENCE);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new UnsignedCallerResolver(actors));
            }
        };
    }
}

package io.entente.platform.security.web;

import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import io.entente.platform.security.DefaultRight;
import io.entente.platform.security.TokenClaims;
import io.entente.platform.security.members.MembersInForce;
import io.entente.platform.web.access.ActorSource;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties.Jwt;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes every service a resource server: callers sign in with a bearer token, and every handler says who may call it
 * (docs/adr/0031-identity-and-authorization.md).
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties({SignInProperties.class, OAuth2ResourceServerProperties.class})
@EnableWebSecurity
public class SignInConfiguration {

    @Bean
    TokenClaims tokenClaims(SignInProperties properties) {
        return new TokenClaims(properties.claims().names());
    }

    @Bean
    JwtDecoder tokenDecoder(
            OAuth2ResourceServerProperties server, SignInProperties properties, TokenClaims claims, Clock clock) {
        Jwt settings = server.getJwt();
        String issuer = settings.getIssuerUri();
        if (issuer == null || settings.getAudiences().isEmpty()) {
            throw new IllegalStateException(
                    "spring.security.oauth2.resourceserver.jwt.issuer-uri and .audiences must name who signs callers in, and for whom");
        }
        JWSKeySelector<SecurityContext> keys = settings.getPublicKeyLocation() == null
                ? TokenDecoder.published(new IdentityKeys(issuer, settings.getJwkSetUri(), properties))
                : TokenDecoder.keyIn(settings.getPublicKeyLocation());
        return TokenDecoder.of(
                keys, TokenDecoder.validator(issuer, settings.getAudiences(), claims, properties, clock));
    }

    /** Spans of each filter and of each decision about access would cost more than they tell. */
    @Bean
    SecurityObservationSettings withoutSpansOfItsOwn() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SignInProblems signInProblems(JsonMapper json) {
        return new SignInProblems(json);
    }

    @Bean
    HandlerRules handlerRules(ListableBeanFactory beans) {
        return new HandlerRules(beans);
    }

    @Bean
    Operators operators(SignInProperties properties, Environment environment) {
        return new Operators(properties.operatorsFrom(), environment);
    }

    /** On a port of their own, operators have their endpoints and nothing else, whatever else may be reachable there. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain requestsOfOperators(
            HttpSecurity http, Operators operators, TokenClaims claims, SignInProblems problems) throws Exception {
        return signedIn(http.securityMatcher(operators::ownPort), claims, problems)
                .authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                            .permitAll();
                    operators.rule(requests);
                    requests.anyRequest().denyAll();
                })
                .build();
    }

    @Bean
    SecurityFilterChain signedInRequests(
            HttpSecurity http, HandlerRules rules, Operators operators, TokenClaims claims, SignInProblems problems)
            throws Exception {
        return signedIn(http, claims, problems)
                .authorizeHttpRequests(requests -> {
                    // The error page of a refused request, and the end of a request that was let in.
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                            .permitAll();
                    operators.rule(requests);
                    requests.requestMatchers(rules).permitAll().anyRequest().authenticated();
                })
                .build();
    }

    private static HttpSecurity signedIn(HttpSecurity http, TokenClaims claims, SignInProblems problems)
            throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .oauth2ResourceServer(tokens -> tokens.authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .withObjectPostProcessor(answeredByUs(problems))
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(
                                token -> new CallerToken(claims.caller(token.getClaims()), token))));
    }

    @Bean
    SignInDescription descriptionOfSignIn() {
        return new SignInDescription();
    }

    @Bean
    ActorSource actorFromToken() {
        return request -> CallerToken.currentActor();
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebMvcConfigurer rulesOfHandlers(
            SignInProblems problems, ObjectProvider<MembersInForce> members, ObjectProvider<DefaultRight> byDefault) {
        MemberCheck memberCheck = new MemberCheck(members, byDefault);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AccessCheck(problems, memberCheck)).order(Ordered.HIGHEST_PRECEDENCE);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerResolver());
            }
        };
    }

    /** Spring's filter would throw if the keys aren't reachable, and the container would answer 500. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answeredByUs(SignInProblems problems) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(problems::commence);
                return filter;
            }
        };
    }
}

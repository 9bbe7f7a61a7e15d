package io.entente.platform.web.openapi;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.access.Tenant;
import io.swagger.v3.oas.models.media.ObjectSchema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Describes the REST conventions in the OpenAPI document of a service. The summary and the description of an operation are
 * the Javadoc of its handler method: the first sentence, and the whole text. The build keeps Javadoc for that purpose.
 */
@AutoConfiguration
@EnableConfigurationProperties(OpenApiProperties.class)
@PropertySource("classpath:entente-version.properties")
public class OpenApiConfiguration {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        PageRequest.class,
                        IfMatch.class,
                        IdempotencyKey.class,
                        Actor.class,
                        Tenant.class,
                        SortOrder.class)
                .replaceWithSchema(ObjectNode.class, new ObjectSchema().additionalProperties(true));
    }

    @Bean
    GlobalOperationCustomizer conventionsOfOperations() {
        return new OperationConventions();
    }

    @Bean
    GlobalOpenApiCustomizer conventionsOfTheDocument(
            OpenApiProperties properties,
            @Value("${spring.application.name}") String service,
            @Value("${entente.version}") String version) {
        return new DocumentConventions(properties, service, version);
    }
}

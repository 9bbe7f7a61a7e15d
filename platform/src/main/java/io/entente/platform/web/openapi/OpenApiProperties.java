package io.entente.platform.web.openapi;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The texts of a service's API description that its code does not have ({@code entente.openapi.*}).
 *
 * @param description of the whole API
 * @param tags descriptions by the name of the feature's package; each is the tag of the feature's operations
 * @param parameters descriptions of parameters that their handler's Javadoc does not describe; keys as in {@code examples}
 * @param examples example values by the name of a field or parameter; a name that is preceded by the name of a schema or a
 *     feature, such as {@code PlanView.code}, has precedence
 */
@ConfigurationProperties("entente.openapi")
record OpenApiProperties(
        @DefaultValue("") String description,
        @DefaultValue Map<String, String> tags,
        @DefaultValue Map<String, String> parameters,
        @DefaultValue Map<String, String> examples) {}

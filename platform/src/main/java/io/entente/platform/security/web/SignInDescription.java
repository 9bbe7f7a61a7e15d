package io.entente.platform.security.web;

import io.entente.platform.security.Caller;
import io.entente.platform.security.Scope;
import io.entente.platform.web.openapi.Conventions;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes in the OpenAPI document who may call each operation: {@code x-allowed-to} has its roles and scopes, and an operation
 * without sign-in has {@code security: []}.
 */
final class SignInDescription implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    static final String EXTENSION = "x-allowed-to";
    private static final String SCHEME = "token";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        HandlerRule rule = HandlerRule.of(handler).orElseThrow();
        if (rule.anyone()) {
            operation.setSecurity(List.of());
        } else {
            operation.setSecurity(List.of(new SecurityRequirement().addList(SCHEME)));
            operation.addExtension(EXTENSION, allowedTo(rule));
            addProblem(operation, "403", "The caller's roles or scopes don't include the operation.");
        }
        addProblem(operation, "401", "No token was sent, or it isn't valid.");
        return operation;
    }

    private static Map<String, List<String>> allowedTo(HandlerRule rule) {
        Map<String, List<String>> allowed = new LinkedHashMap<>();
        allowed.put("roles", rule.roles().stream().map(Enum::name).sorted().toList());
        allowed.put(
                "scopes", rule.scopes().stream().map(Scope::wireName).sorted().toList());
        return allowed;
    }

    @Override
    public void customise(OpenAPI document) {
        document.getComponents()
                .addSecuritySchemes(
                        SCHEME,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("A token of the identity server for the audience of the services."));
    }

    private static void addProblem(Operation operation, String status, String description) {
        if (operation.getResponses() != null && !operation.getResponses().containsKey(status)) {
            operation.getResponses().addApiResponse(status, Conventions.problem(description));
        }
    }
}

package io.entente.platform.web.openapi;

import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.lists.SortedBy;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes what an operation gets from the conventions: parameters that are resolved by type, problem responses that follow
 * from those parameters, and the feature as its tag.
 */
final class OperationConventions implements GlobalOperationCustomizer {

    private static final String WEB = "web";
    private static final String OK = "200";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        operation.setTags(List.of(feature(handler.getBeanType())));
        operation.setSummary(withoutFullStop(onOneLine(operation.getSummary())));
        operation.setDescription(onOneLine(operation.getDescription()));
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        ApiResponses responses = operation.getResponses();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            describe(parameter, operation);
        }
        describeTenant(operation, List.of(handler.getMethodParameters()));
        operation.addParametersItem(Conventions.correlationId());
        describeFile(handler.getMethodAnnotation(FileResponse.class), responses);
        if (creates(handler, responses)) {
            describeCreation(responses, handler);
        }
        if (responses.keySet().stream().noneMatch(status -> status.startsWith("4"))) {
            addProblem(responses, "406", "The operation cannot answer with a media type that the request accepts.");
        }
        addProblem(responses, "429", "The caller sends too many requests. Retry-After says when to send the next one.");
        addProblem(responses, "503", "The store or the broker is not reachable. Send the request again.");
        return operation;
    }

    private static void describe(MethodParameter parameter, Operation operation) {
        ApiResponses responses = operation.getResponses();
        Class<?> type = parameter.getParameterType();
        if (type == PageRequest.class) {
            operation.addParametersItem(Conventions.limit()).addParametersItem(Conventions.cursor());
            addInvalid(responses);
        } else if (type == SortOrder.class) {
            SortedBy orders = Objects.requireNonNull(parameter.getParameterAnnotation(SortedBy.class));
            operation
                    .addParametersItem(Conventions.sort(List.of(orders.value())))
                    .addParametersItem(Conventions.order());
            addInvalid(responses);
        } else if (type == IfMatch.class) {
            operation.addParametersItem(Conventions.ifMatch());
            addProblem(responses, "412", "The resource has changed since the version in If-Match.");
        } else if (type == IdempotencyKey.class) {
            operation.addParametersItem(Conventions.idempotencyKey());
            addUnprocessable(responses);
        } else if (type == Tenant.class) {
            // Described together with the other parameters.
            return;
        } else if (parameter.hasParameterAnnotation(PathVariable.class)) {
            addProblem(responses, "404", "The resource does not exist.");
        } else if (parameter.hasParameterAnnotation(RequestBody.class)) {
            addInvalid(responses);
            addProblem(responses, "409", "The current state of the resource does not allow the command.");
            addProblem(responses, "413", "The request body is too large.");
            addUnprocessable(responses);
        } else {
            addInvalid(responses);
        }
    }

    /** A list that takes a {@link Tenant} has the parameter {@code partnerId}. In other operations the path says which partner. */
    private static void describeTenant(Operation operation, List<MethodParameter> taken) {
        if (taken.stream().anyMatch(parameter -> parameter.getParameterType() == Tenant.class)
                && taken.stream().noneMatch(parameter -> parameter.hasParameterAnnotation(PathVariable.class))) {
            operation.addParametersItem(Conventions.tenant());
            addProblem(operation.getResponses(), "404", "The sender acts for another partner.");
        }
    }

    private static void describeFile(@Nullable FileResponse file, ApiResponses responses) {
        if (file != null) {
            responses.addApiResponse(
                    OK, new ApiResponse().description("The file.").content(Conventions.file(file.value())));
        }
    }

    /** Whether a POST answers with 201; one that answers with another status says so in an {@code @ApiResponse}. */
    private static boolean creates(HandlerMethod handler, ApiResponses responses) {
        return handler.hasMethodAnnotation(PostMapping.class)
                && ResponseEntity.class.isAssignableFrom(handler.getMethod().getReturnType())
                && handler.getMethod()
                                .getAnnotationsByType(io.swagger.v3.oas.annotations.responses.ApiResponse.class)
                                .length
                        == 0
                && responses.containsKey(OK);
    }

    private static void describeCreation(ApiResponses responses, HandlerMethod handler) {
        ApiResponse created = responses.remove(OK);
        created.setDescription("The resource has been created.");
        created.addHeaderObject(
                "Location", Conventions.responseHeader("The path of the resource.", "/api/resources/res_01k2m8zq4v"));
        if (Arrays.stream(handler.getMethodParameters()).anyMatch(p -> p.getParameterType() == IdempotencyKey.class)) {
            created.addHeaderObject(
                    IdempotencyKey.REPLAYED,
                    Conventions.responseHeader("`true` if the first answer to this request is repeated.", "true"));
        }
        responses.addApiResponse("201", created);
    }

    private static void addInvalid(ApiResponses responses) {
        addProblem(responses, "400", "The request is invalid. The problem names each invalid field.");
    }

    private static void addUnprocessable(ApiResponses responses) {
        addProblem(
                responses,
                "422",
                "A business rule refuses a value, or the Idempotency-Key was used for another request.");
    }

    private static void addProblem(ApiResponses responses, String status, String description) {
        if (!responses.containsKey(status)) {
            responses.addApiResponse(status, Conventions.problem(description));
        }
    }

    /** The package of the feature: {@code deals} in {@code io.entente.sales.deals.web}. */
    private static String feature(Class<?> controller) {
        String[] packages = controller.getPackageName().split("\\.");
        int last = packages.length - 1;
        return packages[last].equals(WEB) ? packages[last - 1] : packages[last];
    }

    private static @Nullable String onOneLine(@Nullable String text) {
        return text == null
                ? null
                : Conventions.withoutTags(text).replaceAll("\\s+", " ").strip();
    }

    private static @Nullable String withoutFullStop(@Nullable String summary) {
        return summary != null && summary.endsWith(".") ? summary.substring(0, summary.length() - 1) : summary;
    }
}

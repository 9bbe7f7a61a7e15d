package io.entente.platform.web.parameters;

import io.entente.platform.web.access.Tenant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/**
 * Finds the names of the query parameters that an operation reads.
 *
 * @param resolved the parameters that argument resolvers read, by the type that they resolve
 */
record OperationParameters(Map<Class<?>, Set<String>> resolved) {

    /** The names in alphabetical order. */
    Set<String> of(HandlerMethod operation) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : operation.getMethodParameters()) {
            RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
            if (annotation != null) {
                String given = annotation.name();
                names.add(given.isEmpty() ? parameter.getParameter().getName() : given);
            }
            if (parameter.getParameterType() != Tenant.class || !namesInPath(operation)) {
                names.addAll(resolved.getOrDefault(parameter.getParameterType(), Set.of()));
            }
        }
        return names;
    }

    /** The path then says which partner or whose resource a request is about, so the query doesn't. */
    private static boolean namesInPath(HandlerMethod operation) {
        return Arrays.stream(operation.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(PathVariable.class));
    }
}

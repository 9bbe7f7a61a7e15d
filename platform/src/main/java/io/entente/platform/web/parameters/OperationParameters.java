package io.entente.platform.web.parameters;

import io.entente.platform.web.access.Tenant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/**
 * Finds the names of the query parameters that an operation reads.
 *
 * @param resolved the parameters that argument resolvers read, by the type that they resolve; each of them has one value
 */
record OperationParameters(Map<Class<?>, Set<String>> resolved) {

    /** The names in alphabetical order, and whether the parameter may be given several times. */
    Map<String, Boolean> of(HandlerMethod operation) {
        Map<String, Boolean> names = new TreeMap<>();
        for (MethodParameter parameter : operation.getMethodParameters()) {
            RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
            Class<?> type = parameter.getParameterType();
            if (annotation != null) {
                String given = annotation.name();
                names.put(
                        given.isEmpty() ? parameter.getParameter().getName() : given,
                        type.isArray() || Collection.class.isAssignableFrom(type));
            }
            if (type != Tenant.class || !namesInPath(operation)) {
                resolved.getOrDefault(type, Set.of()).forEach(name -> names.put(name, false));
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

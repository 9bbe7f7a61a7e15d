package io.entente.platform.web.parameters;

import io.entente.platform.domain.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Refuses a request with a query parameter, or a field of an uploaded form, that its operation doesn't read. A filter with a
 * misspelt name would otherwise be ignored, and a list would return everything. The answer names each unknown parameter and
 * those that the operation knows. The endpoints of Spring and of libraries are left alone.
 */
public final class KnownParameters implements HandlerInterceptor {

    private static final String OWN = "io.entente.";
    private static final int MAX_NAME_CHARACTERS = 100;

    private final OperationParameters parameters;
    private final Function<List<FieldError>, RuntimeException> refusal;
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    /**
     * @param resolved the parameters that argument resolvers read, by the type that they resolve
     * @param refusal makes an exception of the errors
     */
    public KnownParameters(Map<Class<?>, Set<String>> resolved, Function<List<FieldError>, RuntimeException> refusal) {
        this.parameters = new OperationParameters(resolved);
        this.refusal = refusal;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod operation
                && operation.getBeanType().getPackageName().startsWith(OWN)) {
            Set<String> names = known.computeIfAbsent(operation.getMethod(), method -> parameters.of(operation));
            List<FieldError> unknown = given(request).stream()
                    .filter(name -> !names.contains(name))
                    .sorted()
                    .map(name -> new FieldError(shortened(name), message(names)))
                    .toList();
            if (!unknown.isEmpty()) {
                throw refusal.apply(unknown);
            }
        }
        return true;
    }

    /** The parameters of a body that is a URL-encoded form would be fields of the body, so only the query counts then. */
    private static Set<String> given(HttpServletRequest request) {
        String contentType = request.getContentType();
        if (contentType == null || !contentType.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            return request.getParameterMap().keySet();
        }
        return UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .keySet();
    }

    private static String shortened(String name) {
        return name.length() <= MAX_NAME_CHARACTERS ? name : name.substring(0, MAX_NAME_CHARACTERS) + "…";
    }

    private static String message(Set<String> known) {
        return known.isEmpty()
                ? "is not a parameter of this operation, which has none"
                : "is not a parameter of this operation, which has " + String.join(", ", known);
    }
}

package io.entente.platform.web.parameters;

import io.entente.platform.domain.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.WebUtils;

/**
 * Refuses a request with a query parameter, or a field of an uploaded form, that its operation doesn't read, or that it reads once
 * and gets several times. A filter with a misspelt name would otherwise be ignored, and a list would return everything; of two
 * values one would be ignored. The answer names each such parameter, and for unknown ones those that the operation knows. The
 * endpoints of Spring and of libraries are left alone.
 */
public final class KnownParameters implements HandlerInterceptor {

    private static final String OWN = "io.entente.";
    private static final int MAX_NAME_CHARACTERS = 100;

    private final OperationParameters parameters;
    private final Function<List<FieldError>, RuntimeException> refusal;
    private final Map<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

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
            Map<String, Boolean> names =
                    known.computeIfAbsent(operation.getMethod(), method -> parameters.of(operation));
            List<FieldError> errors = new TreeMap<>(given(request))
                    .entrySet().stream()
                            .flatMap(parameter -> fault(parameter.getKey(), parameter.getValue(), names).stream())
                            .toList();
            if (!errors.isEmpty()) {
                throw refusal.apply(errors);
            }
        }
        return true;
    }

    private static Optional<FieldError> fault(String name, int times, Map<String, Boolean> known) {
        Boolean isRepeatable = known.get(name);
        if (isRepeatable == null) {
            return Optional.of(new FieldError(shortened(name), message(known.keySet())));
        }
        return times > 1 && !isRepeatable
                ? Optional.of(new FieldError(name, "must be given once; it was given %d times".formatted(times)))
                : Optional.empty();
    }

    /**
     * How often each parameter is given. The parameters of a body that is a URL-encoded form would be fields of the body, so only
     * the query counts then.
     */
    private static Map<String, Integer> given(HttpServletRequest request) {
        Map<String, Integer> times = new HashMap<>();
        String contentType = request.getContentType();
        if (contentType != null && contentType.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            UriComponentsBuilder.newInstance()
                    .query(request.getQueryString())
                    .build()
                    .getQueryParams()
                    .forEach((name, values) -> times.put(name, values.size()));
            return times;
        }
        request.getParameterMap().forEach((name, values) -> times.put(name, values.length));
        MultipartRequest upload = WebUtils.getNativeRequest(request, MultipartRequest.class);
        if (upload != null) {
            upload.getMultiFileMap().forEach((name, files) -> times.merge(name, files.size(), Integer::sum));
        }
        return times;
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

package io.entente.platform.web.parameters;

import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.PlainText;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.text.CountryCodes;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.access.TenantResolver;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters of reads whose values select nothing, or nothing on purpose: a blank value, a search without a letter or
 * a digit, an unknown country, and a period that ends before it begins. Such a filter would otherwise list everything or nothing
 * without a word.
 */
public final class ParameterValues implements HandlerInterceptor {

    private static final String OWN = "io.entente.";
    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final Set<String> COUNTRIES = CountryCodes.ALL;
    private static final String SEARCH = "q";
    private static final String COUNTRY = "country";
    private static final String FROM = "from";
    private static final String TO = "to";

    private final Function<List<FieldError>, RuntimeException> refusal;

    /** @param refusal makes an exception of the errors */
    public ParameterValues(Function<List<FieldError>, RuntimeException> refusal) {
        this.refusal = refusal;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod operation
                && operation.getBeanType().getPackageName().startsWith(OWN)
                && READS.contains(request.getMethod())) {
            List<FieldError> errors = new ArrayList<>();
            for (MethodParameter parameter : operation.getMethodParameters()) {
                addFault(parameter, request, errors);
            }
            addPeriodFault(request, errors);
            if (!errors.isEmpty()) {
                throw refusal.apply(errors);
            }
        }
        return true;
    }

    private static void addFault(MethodParameter parameter, HttpServletRequest request, List<FieldError> errors) {
        String name = name(parameter);
        if (name == null) {
            return;
        }
        String[] values = request.getParameterValues(name);
        if (values != null) {
            boolean isList = parameter.getParameterType() == List.class;
            Stream.of(values)
                    .flatMap(value -> isList ? Stream.of(value.split(",", -1)) : Stream.of(value))
                    .flatMap(value -> fault(name, PlainText.of(value)).stream())
                    .findFirst()
                    .ifPresent(fault -> errors.add(new FieldError(name, fault)));
        }
    }

    /** The name of a query parameter, or null if the value comes from somewhere else. */
    private static @Nullable String name(MethodParameter parameter) {
        if (parameter.getParameterType() == Tenant.class) {
            return TenantResolver.PARAMETER;
        }
        RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
        if (annotation == null) {
            return null;
        }
        return annotation.name().isEmpty() ? parameter.getParameter().getName() : annotation.name();
    }

    private static Optional<String> fault(String name, String value) {
        if (value.isEmpty()) {
            return Optional.of("must not be empty; leave the parameter out if it should select everything");
        }
        return switch (name) {
            case SEARCH -> SearchText.fault(value);
            case COUNTRY ->
                COUNTRIES.contains(value.toUpperCase(Locale.ROOT))
                        ? Optional.empty()
                        : Optional.of("must be an ISO 3166 country code such as MY");
            default -> Optional.empty();
        };
    }

    private static void addPeriodFault(HttpServletRequest request, List<FieldError> errors) {
        String from = request.getParameter(FROM);
        String to = request.getParameter(TO);
        if (from != null && to != null && isAfter(from, to)) {
            errors.add(new FieldError(FROM, "must not be after to"));
        }
    }

    private static boolean isAfter(String from, String to) {
        return isAfter(from, to, Instant::parse) || isAfter(from, to, LocalDate::parse);
    }

    /** Text in another form is refused later, with the form that would be right. */
    private static <T extends Comparable<? super T>> boolean isAfter(String from, String to, Function<String, T> form) {
        T start = read(from, form);
        T end = read(to, form);
        return start != null && end != null && start.compareTo(end) > 0;
    }

    private static <T> @Nullable T read(String text, Function<String, T> form) {
        try {
            return form.apply(text);
        } catch (DateTimeParseException other) {
            return null;
        }
    }
}

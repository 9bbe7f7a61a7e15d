package io.entente.platform.web.errors;

import io.entente.platform.domain.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a request whose query isn't UTF-8 in percent-encoding. It comes before everything that reads a parameter. */
public final class ReadableQuery implements HandlerInterceptor {

    private static final String QUERY = "query";

    private final Function<List<FieldError>, RuntimeException> refusal;

    /** @param refusal makes an exception of the errors */
    public ReadableQuery(Function<List<FieldError>, RuntimeException> refusal) {
        this.refusal = refusal;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        List<FieldError> errors = faults(request.getQueryString());
        if (!errors.isEmpty()) {
            throw refusal.apply(errors);
        }
        return true;
    }

    /** Returns one error for each parameter; a parameter with an unreadable name is called {@code query}. */
    static List<FieldError> faults(@Nullable String query) {
        List<FieldError> errors = new ArrayList<>();
        for (String parameter : query == null ? new String[0] : query.split("&")) {
            int sign = parameter.indexOf('=');
            Optional<String> name = PercentEncoding.decoded(sign < 0 ? parameter : parameter.substring(0, sign));
            boolean isReadable =
                    PercentEncoding.decoded(parameter.substring(sign + 1)).isPresent();
            if (name.isEmpty()) {
                errors.add(new FieldError(QUERY, "has a parameter whose name " + PercentEncoding.RULE));
            } else if (!isReadable) {
                errors.add(new FieldError(name.get(), PercentEncoding.RULE));
            }
        }
        return errors.stream().distinct().toList();
    }
}

package io.entente.platform.web;

import io.entente.platform.domain.FieldError;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Resolves parameters of one type from one request header, which may be absent.
 *
 * @param read reads the header's value; it may look at the rest of the request too
 */
record HeaderResolver<T>(Class<T> type, String header, BiFunction<@Nullable String, NativeWebRequest, T> read)
        implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == type;
    }

    @Override
    public T resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String[] values = request.getHeaderValues(header);
        if (values != null && values.length > 1) {
            throw InvalidInputException.malformed(List.of(new FieldError(header, "must be given once")));
        }
        return read.apply(request.getHeader(header), request);
    }
}

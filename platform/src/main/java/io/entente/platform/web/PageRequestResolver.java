package io.entente.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.PageRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Resolves a {@link PageRequest} from the query parameters {@code limit} and {@code cursor}. */
final class PageRequestResolver implements HandlerMethodArgumentResolver {

    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageRequest.class;
    }

    @Override
    public PageRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return read(request.getParameter(LIMIT), request.getParameter(CURSOR));
    }

    /** @throws InvalidInputException if a value is invalid; it names both if both are */
    static PageRequest read(@Nullable String limit, @Nullable String cursor) {
        List<FieldError> errors = new ArrayList<>();
        int size = size(limit, errors);
        String after = key(cursor, errors);
        if (!errors.isEmpty()) {
            throw InvalidInputException.malformed(errors);
        }
        return new PageRequest(size, after);
    }

    private static int size(@Nullable String limit, List<FieldError> errors) {
        if (limit == null) {
            return PageRequest.DEFAULT_LIMIT;
        }
        int size = 0;
        try {
            size = Integer.parseInt(limit.trim());
        } catch (NumberFormatException e) {
            // Zero is refused below, like any number out of range.
        }
        if (size < 1 || size > PageRequest.MAX_LIMIT) {
            errors.add(new FieldError(LIMIT, "must be a number from 1 to " + PageRequest.MAX_LIMIT));
        }
        return size;
    }

    private static @Nullable String key(@Nullable String cursor, List<FieldError> errors) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            errors.add(new FieldError(CURSOR, "must be the value of next from the previous page"));
            return null;
        }
    }
}

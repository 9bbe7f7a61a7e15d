package io.entente.platform.web.body;

import io.entente.platform.domain.FieldError;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractGenericHttpMessageConverter;

/** Reads a {@link CheckedBody} with the reader of ordinary request bodies. */
public final class CheckedBodyConverter extends AbstractGenericHttpMessageConverter<CheckedBody<?>> {

    private final Reader reader;

    /** Reads a body and collects its errors. */
    public interface Reader {

        /** Throws an exception if the body isn't a JSON object. */
        Object read(Class<?> type, HttpInputMessage input, List<FieldError> errors) throws IOException;
    }

    public CheckedBodyConverter(Reader reader) {
        super(MediaType.APPLICATION_JSON);
        this.reader = reader;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == CheckedBody.class;
    }

    @Override
    public boolean canRead(Type type, @Nullable Class<?> contextClass, @Nullable MediaType mediaType) {
        return ResolvableType.forType(type).resolve() == CheckedBody.class && canRead(mediaType);
    }

    @Override
    public boolean canWrite(@Nullable Type type, Class<?> clazz, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public CheckedBody<?> read(Type type, @Nullable Class<?> contextClass, HttpInputMessage input) throws IOException {
        List<FieldError> errors = new ArrayList<>();
        Class<?> request = ResolvableType.forType(type).getGeneric().toClass();
        return new CheckedBody<>(reader.read(request, input, errors), errors);
    }

    @Override
    protected CheckedBody<?> readInternal(Class<? extends CheckedBody<?>> type, HttpInputMessage input)
            throws IOException {
        return read(type, null, input);
    }

    @Override
    protected void writeInternal(CheckedBody<?> body, @Nullable Type type, HttpOutputMessage output) {
        throw new UnsupportedOperationException("this converter only reads");
    }
}

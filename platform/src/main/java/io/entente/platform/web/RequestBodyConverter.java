package io.entente.platform.web;

import io.entente.platform.domain.FieldError;
import io.entente.platform.web.body.DoubledMembers;
import io.entente.platform.web.body.ExactScalars;
import io.entente.platform.web.body.JsonFault;
import io.entente.platform.web.body.RequestBodyProblems;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads JSON request bodies. It refuses unknown and doubled fields, values of another JSON type and bodies over a size limit, and it reads
 * to the end, so that one answer names every field that is malformed, missing or out of range. A request is a record with Bean
 * Validation constraints.
 */
final class RequestBodyConverter extends AbstractHttpMessageConverter<Object> {

    private final JsonMapper json;
    private final Validator validator;
    private final long maxBytes;

    RequestBodyConverter(JsonMapper json, Validator validator, long maxBytes) {
        super(MediaType.APPLICATION_JSON);
        this.json = json.rebuild()
                .addHandler(new RequestBodyProblems())
                .addModule(new SimpleModule("exact-scalars").setDeserializerModifier(new ExactScalars()))
                .build();
        this.validator = validator;
        this.maxBytes = maxBytes;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type.isRecord() && type.getPackageName().startsWith("io.entente.");
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage input) throws IOException {
        List<FieldError> errors = new ArrayList<>();
        Object request = read(type, input, errors);
        if (!errors.isEmpty()) {
            throw InvalidInputException.malformed(errors);
        }
        return request;
    }

    /**
     * Reads a body and adds its errors to the given ones.
     *
     * @throws InvalidInputException if the body isn't a JSON object
     */
    Object read(Class<?> type, HttpInputMessage input, List<FieldError> errors) throws IOException {
        byte[] body = input.getBody().readNBytes((int) maxBytes + 1);
        if (body.length > maxBytes) {
            throw new BodyTooLargeException(maxBytes);
        }
        errors.addAll(DoubledMembers.in(body, json));
        Object request = parse(type, body, errors);
        if (request == null) {
            throw InvalidInputException.malformed(
                    errors.isEmpty() ? List.of(new FieldError("body", "must be a JSON object")) : errors);
        }
        addViolations(request, errors);
        return request;
    }

    private @Nullable Object parse(Type type, byte[] body, List<FieldError> errors) {
        ObjectReader reader = json.readerFor(
                        json.constructType(ResolvableType.forType(type).getType()))
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .withAttribute(RequestBodyProblems.ATTRIBUTE, errors);
        try {
            return reader.readValue(body);
        } catch (StreamReadException e) {
            errors.add(new FieldError("body", JsonFault.text(e)));
            return null;
        } catch (JacksonException e) {
            // The message of the exception would name our classes. Problems that RequestBodyProblems handles don't get
            // here.
            errors.add(new FieldError(
                    RequestBodyProblems.path(e), "has the wrong JSON type or format; see the API description"));
            return null;
        }
    }

    private void addViolations(Object request, List<FieldError> errors) {
        Set<String> named = errors.stream().map(FieldError::field).collect(Collectors.toSet());
        validator.validate(request).stream()
                .map(violation -> new FieldError(path(violation), violation.getMessage()))
                .filter(error -> !named.contains(error.field()))
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .forEach(errors::add);
    }

    /** Names the element of a list {@code tiers[0]}, not {@code tiers[0].<list element>}. */
    private static String path(ConstraintViolation<Object> violation) {
        return violation.getPropertyPath().toString().replaceAll("\\.<[^>]*>$", "");
    }

    @Override
    protected void writeInternal(Object body, HttpOutputMessage output) {
        throw new UnsupportedOperationException("this converter only reads");
    }
}

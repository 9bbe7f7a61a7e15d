package io.entente.messaging.rest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;

/**
 * Collects what doesn't fit while a request body is read, instead of stopping at the first: every bad field is named in one
 * answer. A field that doesn't fit is read as null and not complained of a second time.
 */
final class RequestBodyProblems extends DeserializationProblemHandler {

    /** The reader's attribute that holds the list to collect into; without it nothing is collected. */
    static final String ATTRIBUTE = RequestBodyProblems.class.getName();

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            @Nullable ValueDeserializer<?> deserializer,
            Object beanOrClass,
            String propertyName) {
        List<FieldError> errors = errors(context);
        if (errors == null) {
            return false;
        }
        errors.add(new FieldError(path(parser), "is not a field of this request"));
        parser.skipChildren();
        return true;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> target, String value, String failure) {
        return refuse(context, target, path(context.getParser()));
    }

    @Override
    public @Nullable Object handleWeirdNumberValue(
            DeserializationContext context, Class<?> target, Number value, String failure) {
        return refuse(context, target, path(context.getParser()));
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context,
            JavaType target,
            @Nullable JsonToken token,
            JsonParser parser,
            @Nullable String failure) {
        String path = path(parser);
        parser.skipChildren();
        return refuse(context, target.getRawClass(), path);
    }

    private static @Nullable Object refuse(DeserializationContext context, Class<?> target, String path) {
        List<FieldError> errors = errors(context);
        if (errors == null) {
            return NOT_HANDLED;
        }
        errors.add(new FieldError(path, "must be " + expected(target)));
        return null;
    }

    private static String expected(Class<?> target) {
        if (target.isEnum()) {
            return Arrays.stream(target.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return switch (target.getSimpleName()) {
            case "LocalDate" -> "a date, like 2026-03-31";
            case "Instant" -> "an instant in UTC, like 2026-03-31T09:30:00Z";
            case "BigDecimal", "Integer", "Long" -> "a number";
            case "Boolean" -> "true or false";
            case "String" -> "a text";
            case "List", "Set", "ArrayList" -> "a list";
            default -> "an object";
        };
    }

    /** {@code /contacts/0/email} as {@code contacts[0].email}. */
    private static String path(JsonParser parser) {
        StringBuilder path = new StringBuilder();
        for (String step : parser.streamReadContext().pathAsPointer().toString().split("/")) {
            if (step.isEmpty()) {
                continue;
            }
            if (step.chars().allMatch(Character::isDigit)) {
                path.append('[').append(step).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step);
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    @SuppressWarnings("unchecked")
    private static @Nullable List<FieldError> errors(DeserializationContext context) {
        return (List<FieldError>) context.getAttribute(ATTRIBUTE);
    }
}

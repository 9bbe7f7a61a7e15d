package io.entente.platform.web.body;

import io.entente.platform.domain.FieldError;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.util.TokenBufferReadContext;

/**
 * Collects all problems while a request body is read, so that one answer names every bad field. A field with a problem is read
 * as null, and the validation that follows does not report it again.
 */
public final class RequestBodyProblems extends DeserializationProblemHandler {

    /** The attribute of the reader that holds the list of errors. Without it nothing is collected. */
    public static final String ATTRIBUTE = RequestBodyProblems.class.getName();

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
        errors.add(new FieldError(
                pathBeside(parser, propertyName), "is not a field of this request; remove it or correct its name"));
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

    /** A string or a number in the place of an object. */
    @Override
    public @Nullable Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> target,
            @Nullable ValueInstantiator instantiator,
            JsonParser parser,
            @Nullable String failure) {
        return refuse(context, target, path(parser));
    }

    /** Refuses a text for a reason of its own. */
    static @Nullable Object refuse(DeserializationContext context, JsonParser parser, String text, String message) {
        List<FieldError> errors = errors(context);
        if (errors == null) {
            return context.handleWeirdStringValue(String.class, text, message);
        }
        errors.add(new FieldError(path(parser), message));
        return null;
    }

    /** Refuses the key of an entry. The error names the map, because the key may contain what can't be shown. */
    static void refuseKey(DeserializationContext context, String key, String message) {
        List<FieldError> errors = errors(context);
        if (errors == null) {
            context.handleWeirdKey(String.class, key, message);
            return;
        }
        JsonPointer map =
                context.getParser().streamReadContext().pathAsPointer().head();
        errors.add(new FieldError(map == null ? "body" : path(map), "has a key that " + message));
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
        String scalar = scalar(target);
        if (scalar != null) {
            return scalar;
        }
        return switch (target.getSimpleName()) {
            case "List", "Set", "ArrayList" -> "a list";
            default -> "an object";
        };
    }

    /** Describes a single value of a type, for a message that begins with "must be"; null for other types. */
    public static @Nullable String scalar(Class<?> target) {
        if (target.isEnum()) {
            return Arrays.stream(target.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return switch (target.getSimpleName()) {
            case "LocalDate" -> "a date such as 2026-03-31";
            case "Instant" -> "an instant in UTC such as 2026-03-31T09:30:00Z";
            case "LocalTime" -> "a time of day such as 09:30";
            case "BigDecimal" -> "a number";
            case "Integer", "Long" -> "a whole number";
            case "Boolean" -> "true or false";
            case "String" -> "a string";
            default -> null;
        };
    }

    /**
     * The path of a property in the object that is being read. The parser's own path can name another property, because Jackson
     * sets the unknown properties of a record aside in a buffer that belongs to the property it reads last.
     */
    private static String pathBeside(JsonParser parser, String property) {
        TokenStreamContext object = parser.streamReadContext();
        JsonToken token = parser.currentToken();
        if (token != null && token.isStructStart()) {
            object = object.getParent();
            object = object instanceof TokenBufferReadContext ? object.getParent() : object;
        }
        JsonPointer parent = object.pathAsPointer().head();
        return parent == null || parent.matches() ? property : path(parent) + "." + property;
    }

    static String path(JsonParser parser) {
        return path(parser.streamReadContext().pathAsPointer());
    }

    /** {@code /contacts/0/email} as {@code contacts[0].email}. */
    private static String path(JsonPointer pointer) {
        StringBuilder path = new StringBuilder();
        for (String step : pointer.toString().split("/")) {
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

    /** The path of the field at which reading failed, such as {@code contacts[0].email}. */
    public static String path(JacksonException failure) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : failure.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    @SuppressWarnings("unchecked")
    private static @Nullable List<FieldError> errors(DeserializationContext context) {
        return (List<FieldError>) context.getAttribute(ATTRIBUTE);
    }
}

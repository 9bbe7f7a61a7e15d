package io.entente.platform.web.body;

import io.entente.platform.domain.PlainText;
import io.entente.platform.domain.dates.EnteredDates;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/**
 * Makes fields accept values of their own JSON type only, and applies the rule for text ({@link PlainText}) to every string and
 * to every key of a map, and the bounds for dates ({@link EnteredDates}) to every date and instant. Jackson would silently read 5 as the string "5", as the sixth constant of an enum and as 6 January 1970, and
 * an instant as a date. Here the caller is told.
 */
public final class ExactScalars extends ValueDeserializerModifier {

    private static final long serialVersionUID = 1L;

    private static final Set<JsonToken> TEXT = EnumSet.of(JsonToken.VALUE_STRING);
    private static final Set<JsonToken> WHOLE = EnumSet.of(JsonToken.VALUE_NUMBER_INT);
    private static final Set<JsonToken> NUMBER = EnumSet.of(JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT);
    private static final Set<JsonToken> TRUTH = EnumSet.of(JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE);

    private static final Map<Class<?>, Set<JsonToken>> KINDS = kinds();

    @Override
    public ValueDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription.Supplier description, ValueDeserializer<?> deserializer) {
        Set<JsonToken> kind = KINDS.get(description.getBeanClass());
        return kind == null ? deserializer : new Exact(deserializer, kind, true);
    }

    @Override
    public ValueDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config,
            JavaType type,
            BeanDescription.Supplier description,
            ValueDeserializer<?> deserializer) {
        return new Exact(deserializer, TEXT, true);
    }

    @Override
    public KeyDeserializer modifyKeyDeserializer(
            DeserializationConfig config, JavaType type, KeyDeserializer deserializer) {
        return type.getRawClass() == String.class ? new PlainKey() : deserializer;
    }

    private static Map<Class<?>, Set<JsonToken>> kinds() {
        Map<Class<?>, Set<JsonToken>> kinds = new HashMap<>();
        for (Class<?> text : Set.of(String.class, LocalDate.class, LocalTime.class, Instant.class)) {
            kinds.put(text, TEXT);
        }
        kinds.put(Integer.class, WHOLE);
        kinds.put(Long.class, WHOLE);
        kinds.put(BigDecimal.class, NUMBER);
        kinds.put(Boolean.class, TRUTH);
        return Map.copyOf(kinds);
    }

    private static final class PlainKey extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            PlainText.fault(key, false).ifPresent(fault -> RequestBodyProblems.refuseKey(context, key, fault));
            return PlainText.of(key);
        }
    }

    private static final class Exact extends DelegatingDeserializer {

        /** A field that takes more characters is a text for people, which may have several lines. */
        private static final int MAX_NAME_CHARACTERS = 300;

        private static final int DATE_CHARACTERS = "2026-03-31".length();

        private final transient Set<JsonToken> kind;
        private final boolean mayHaveLines;

        Exact(ValueDeserializer<?> exactly, Set<JsonToken> kind, boolean mayHaveLines) {
            super(exactly);
            this.kind = kind;
            this.mayHaveLines = mayHaveLines;
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> contextual) {
            return new Exact(contextual, kind, mayHaveLines);
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            ValueDeserializer<?> contextual = super.createContextual(context, property);
            return property != null && contextual instanceof Exact exact && exact.handledType() == String.class
                    ? new Exact(exact.getDelegatee(), kind, mayHaveLines(property))
                    : contextual;
        }

        /** A short text is a name or a code and has one line. The size of a list says nothing about the texts in it. */
        private static boolean mayHaveLines(BeanProperty property) {
            Size size = property.getAnnotation(Size.class);
            return size == null || property.getType().isContainerType() || size.max() > MAX_NAME_CHARACTERS;
        }

        /** Jackson would drop the time of day, and with it the zone that decides which day it is. */
        private static boolean isDateTime(JsonParser parser) {
            return parser.currentToken() == JsonToken.VALUE_STRING
                    && parser.getString().length() > DATE_CHARACTERS;
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
            if (handledType() == LocalDate.class && isDateTime(parser)) {
                return context.handleWeirdStringValue(LocalDate.class, parser.getString(), "has a time of day");
            }
            if (!kind.contains(parser.currentToken())) {
                return context.handleUnexpectedToken(context.constructType(handledType()), parser);
            }
            Object value = super.deserialize(parser, context);
            if (value instanceof String text) {
                return plain(text, parser, context);
            }
            Optional<String> fault = outOfBounds(value);
            return fault.isPresent()
                    ? RequestBodyProblems.refuse(context, parser, String.valueOf(value), fault.get())
                    : value;
        }

        private static Optional<String> outOfBounds(@Nullable Object value) {
            if (value instanceof LocalDate date) {
                return EnteredDates.fault(date);
            }
            return value instanceof Instant instant ? EnteredDates.fault(instant) : Optional.empty();
        }

        private @Nullable Object plain(String text, JsonParser parser, DeserializationContext context) {
            Optional<String> fault = PlainText.fault(text, mayHaveLines);
            return fault.isPresent()
                    ? RequestBodyProblems.refuse(context, parser, text, fault.get())
                    : PlainText.of(text);
        }
    }
}

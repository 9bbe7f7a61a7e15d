package io.entente.platform.web.body;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/**
 * Makes fields accept values of their own JSON type only. Jackson would silently read 5 as the string "5", as the sixth
 * constant of an enum and as 6 January 1970, and an instant as a date. Here the caller is told.
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
        return kind == null ? deserializer : new Exact(deserializer, kind);
    }

    @Override
    public ValueDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config,
            JavaType type,
            BeanDescription.Supplier description,
            ValueDeserializer<?> deserializer) {
        return new Exact(deserializer, TEXT);
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

    private static final class Exact extends DelegatingDeserializer {
        private static final int DATE_CHARACTERS = "2026-03-31".length();

        private final transient Set<JsonToken> kind;

        Exact(ValueDeserializer<?> exactly, Set<JsonToken> kind) {
            super(exactly);
            this.kind = kind;
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> contextual) {
            return new Exact(contextual, kind);
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
            return kind.contains(parser.currentToken())
                    ? super.deserialize(parser, context)
                    : context.handleUnexpectedToken(context.constructType(handledType()), parser);
        }
    }
}

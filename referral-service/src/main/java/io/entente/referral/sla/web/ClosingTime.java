package io.entente.referral.sla.web;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads the time at which working time ends. {@code 24:00} is the end of the day in ISO 8601, and {@code 00:00} means the same. */
final class ClosingTime extends ValueDeserializer<LocalTime> {

    private static final Set<String> END_OF_DAY = Set.of("24:00", "24:00:00");

    @Override
    public @Nullable LocalTime deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (LocalTime) context.handleUnexpectedToken(context.constructType(LocalTime.class), parser);
        }
        String text = parser.getString().strip();
        try {
            return END_OF_DAY.contains(text) ? LocalTime.MIDNIGHT : LocalTime.parse(text);
        } catch (DateTimeException e) {
            return (LocalTime) context.handleWeirdStringValue(LocalTime.class, text, "is no time of day");
        }
    }
}

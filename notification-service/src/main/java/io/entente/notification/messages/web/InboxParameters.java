package io.entente.notification.messages.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The query parameters of a list of notifications, without the partner. */
record InboxParameters(
        @Nullable String audience,
        @Nullable String type,
        @Nullable Channel channel,
        Channel.@Nullable State state,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String order) {}

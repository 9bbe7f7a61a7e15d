package io.entente.notification.messages.web;

import io.entente.notification.delivery.EmailDelivery;
import org.jspecify.annotations.Nullable;

/** How a notification reaches its reader. */
enum Channel {
    INBOX,
    EMAIL;

    /** The state of a notification in a channel. In the inbox it is always delivered. */
    enum State {
        DELIVERED,
        PENDING,
        SENT,
        FAILED;

        /** The state of the mail; null if it is the state in the inbox. */
        EmailDelivery.@Nullable State ofMail() {
            return this == DELIVERED ? null : EmailDelivery.State.valueOf(name());
        }
    }
}

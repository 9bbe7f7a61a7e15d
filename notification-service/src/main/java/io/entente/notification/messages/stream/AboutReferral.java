package io.entente.notification.messages.stream;

import io.entente.notification.templates.Facts;
import io.entente.notification.templates.MessageKind;
import org.jspecify.annotations.Nullable;

/** An event about a referral: they all name client and service, and most say who refers to whom. */
interface AboutReferral extends Newsworthy {

    Client client();

    String service();

    /** {@code INBOUND}, from the partner to the firm, or {@code OUTBOUND}; absent means the first. */
    default @Nullable String direction() {
        return null;
    }

    /** The sense of a message changes where it was the firm that referred the client to the partner. */
    default MessageKind byDirection(MessageKind inbound, MessageKind outbound) {
        return "OUTBOUND".equals(direction()) ? outbound : inbound;
    }

    default Facts about() {
        return Facts.none().with("client", client().organisation()).with("service", service());
    }
}

package io.entente.notification.recipients;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The reader of a mail, without an address: the address is looked up when the mail is sent. */
public sealed interface Addressee {

    /** The first contact of a partner. */
    record Partner(String partnerId) implements Addressee {}

    /** A person of the firm who looks after a partner. */
    record Person(String partnerId, String person) implements Addressee {}

    /**
     * One address of a team.
     *
     * @param key one of {@link Team#addressKeys}
     */
    record TeamAddress(String team, String key) implements Addressee {}

    /**
     * Somebody outside the program, whom nobody can look up.
     *
     * @param sealed the address and the link of the mail, encrypted for the message; null if the mail was sent or withdrawn
     * @param expiresAt when the link ends
     */
    record Outside(String messageId, @Nullable String sealed, Instant expiresAt) implements Addressee {}
}

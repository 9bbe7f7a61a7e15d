package io.entente.notification.recipients;

/** Whom a mail is for, without any address: that is looked up when it is sent. */
public sealed interface Addressee {

    /** A partner: whoever is its first contact then. */
    record Partner(String partnerId) implements Addressee {}

    /**
     * One address of a team.
     *
     * @param key one of {@link Team#addressKeys}
     */
    record TeamAddress(String team, String key) implements Addressee {}
}

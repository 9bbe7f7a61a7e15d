package io.entente.notification.recipients;

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
}

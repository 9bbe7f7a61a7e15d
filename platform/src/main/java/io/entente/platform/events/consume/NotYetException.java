package io.entente.platform.events.consume;

/**
 * The event needs data that another topic has not delivered yet, because topics are not ordered among each other. The event is
 * retried for a while and then parked.
 */
public final class NotYetException extends RuntimeException {

    public NotYetException(String missing) {
        super("not known here yet: " + missing);
    }
}

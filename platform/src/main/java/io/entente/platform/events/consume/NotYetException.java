package io.entente.platform.events.consume;

/**
 * The event needs something another topic will bring, since no order holds between topics: the partner's profile, for one.
 * It is retried a while, then parked.
 */
public final class NotYetException extends RuntimeException {

    public NotYetException(String missing) {
        super("not known here yet: " + missing);
    }
}

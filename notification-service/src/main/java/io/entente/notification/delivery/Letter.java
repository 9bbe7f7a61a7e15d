package io.entente.notification.delivery;

/**
 * An e-mail ready to go.
 *
 * @param notificationId what the {@code Message-ID} follows from
 */
public record Letter(String notificationId, String name, String address, String language, String subject, String text) {

    /** Without the person, wherever this ends up in a log. */
    @Override
    public String toString() {
        return "Letter[" + notificationId + "]";
    }
}

package io.entente.notification.delivery;

/**
 * An e-mail that is ready to be sent.
 *
 * @param notificationId determines the {@code Message-ID}
 * @param name of the reader; blank if nobody knows it
 */
public record Letter(String notificationId, String name, String address, String language, String subject, String text) {

    /** Leaves out personal data, because this may end up in a log. */
    @Override
    public String toString() {
        return "Letter[" + notificationId + "]";
    }
}

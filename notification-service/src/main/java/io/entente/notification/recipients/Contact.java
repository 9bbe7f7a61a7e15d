package io.entente.notification.recipients;

/** A person at the partner. This is personal data, so it is never logged and never copied into a notification. */
public record Contact(String name, String email) {

    /** Leaves out personal data, because this may end up in a log. */
    @Override
    public String toString() {
        return "Contact[…]";
    }
}

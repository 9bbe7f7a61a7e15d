package io.entente.notification.recipients;

/** A person at the partner's. Personal data: it is never logged and never copied into a notification. */
public record Contact(String name, String email) {

    /** Without the person, wherever this ends up in a log. */
    @Override
    public String toString() {
        return "Contact[…]";
    }
}

package io.entente.notification.recipients;

/** What else is stored about a recipient. It is erased together with its contacts. */
public interface RecipientErasure {

    /** Repeating it changes nothing. */
    void erase(String partnerId);
}

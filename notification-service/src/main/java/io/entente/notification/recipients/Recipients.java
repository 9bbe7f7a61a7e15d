package io.entente.notification.recipients;

import java.util.Optional;

/** Where the local copy of partner profiles is kept. */
public interface Recipients {

    Optional<Recipient> find(String partnerId);

    /**
     * Keeps a profile.
     *
     * @return false where this version or a newer one is known, and nothing changed
     */
    boolean keep(Recipient recipient);

    /**
     * Forgets a partner and its contacts.
     *
     * @return false where nothing was known of it
     */
    boolean erase(String partnerId);
}

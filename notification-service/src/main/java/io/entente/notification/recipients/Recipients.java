package io.entente.notification.recipients;

import java.util.Optional;

/** Stores the local copy of the partner profiles. */
public interface Recipients {

    Optional<Recipient> find(String partnerId);

    /**
     * Stores a profile.
     *
     * @return false if this version or a newer one is known, so nothing changed
     */
    boolean keep(Recipient recipient);

    /**
     * Erases a partner with its contacts. That it was erased is remembered, so that nothing is written about it again.
     *
     * @return false if the partner was not known
     */
    boolean erase(String partnerId);
}

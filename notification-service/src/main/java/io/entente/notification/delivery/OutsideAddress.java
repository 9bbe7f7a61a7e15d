package io.entente.notification.delivery;

import io.entente.notification.recipients.Addressee;
import io.entente.platform.secrets.MessageSeal;

/**
 * The address of somebody outside the program and the link for it, in memory only while the mail is sent.
 *
 * @param link the whole address of the page
 */
record OutsideAddress(String email, String link) {

    static OutsideAddress open(Addressee.Outside to, String sealed, MessageSeal seal) {
        String[] lines = seal.open(to.messageId(), sealed).split("\n", 2);
        if (lines.length != 2) {
            throw new IllegalStateException("The sealed text of %s must have two lines".formatted(to.messageId()));
        }
        return new OutsideAddress(lines[0], lines[1]);
    }

    /** Leaves out everything, because this may end up in a log. */
    @Override
    public String toString() {
        return "OutsideAddress";
    }
}

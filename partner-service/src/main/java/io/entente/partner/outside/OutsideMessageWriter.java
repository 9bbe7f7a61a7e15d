package io.entente.partner.outside;

import io.entente.platform.secrets.MessageSeal;
import java.time.Instant;

/** Writes messages so that neither the broker nor a log has an address or a link in plain text. */
public final class OutsideMessageWriter {

    private final MessageSeal seal;

    public OutsideMessageWriter(MessageSeal seal) {
        this.seal = seal;
    }

    /**
     * @param address the e-mail address
     * @param link the whole address of the page
     */
    public OutsideMessage write(
            String id, OutsideMessageKind kind, String locale, String address, String link, Instant expiresAt) {
        return new OutsideMessage(id, kind, locale, seal.seal(id, address + "\n" + link), expiresAt);
    }
}

package io.entente.referral.intake.mongo;

import io.entente.platform.secrets.DataKeys;
import io.entente.platform.secrets.FieldCipher;
import java.time.Clock;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

/**
 * Encrypts the files and the rows of imports, because they have contacts of clients. Each import has a data key, which is destroyed with
 * its last rows ({@code docs/adr/0034-personal-data-at-rest.md}).
 */
@Component
final class ImportCipher {

    private final DataKeys keys;
    private final Clock clock;

    ImportCipher(DataKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** @param place the collection and the id of the document */
    Binary encrypt(String importId, byte[] content, String place) {
        FieldCipher cipher = keys.toWrite(importId).orElseThrow(() -> destroyed(importId));
        return new Binary(cipher.encryptBytes(content, place));
    }

    byte[] decrypt(String importId, Binary encrypted, String place) {
        FieldCipher cipher = keys.toRead(importId).orElseThrow(() -> destroyed(importId));
        return cipher.decryptBytes(encrypted.getData(), place);
    }

    /** Makes what was encrypted for an import unreadable, in backups too that don't have the key. */
    void destroyKey(String importId) {
        keys.destroy(importId, clock.instant());
    }

    private static IllegalStateException destroyed(String importId) {
        return new IllegalStateException("The data key of %s is destroyed".formatted(importId));
    }
}

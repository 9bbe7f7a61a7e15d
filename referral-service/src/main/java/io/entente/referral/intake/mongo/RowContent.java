package io.entente.referral.intake.mongo;

import io.entente.platform.domain.FieldError;
import java.util.List;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is encrypted of a row.
 *
 * @param errors can quote the values
 */
record RowContent(List<String> values, List<FieldError> errors) {

    /** Encrypts contents of rows, and decrypts them. */
    @Component
    static final class Sealing {

        private final ImportCipher cipher;
        private final JsonMapper json;

        Sealing(ImportCipher cipher, JsonMapper json) {
            this.cipher = cipher;
            this.json = json;
        }

        Binary encrypt(String importId, RowContent content, String place) {
            return cipher.encrypt(importId, json.writeValueAsBytes(content), place);
        }

        RowContent decrypt(String importId, Binary encrypted, String place) {
            return json.readValue(cipher.decrypt(importId, encrypted, place), RowContent.class);
        }

        void destroyKey(String importId) {
            cipher.destroyKey(importId);
        }
    }
}

package io.entente.platform.secrets.web;

import io.entente.platform.secrets.KeyWrapping;
import io.entente.platform.secrets.PlainText;
import io.entente.platform.secrets.tink.Keysets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keyset that wraps the data keys, in Tink's JSON form.
 *
 * @param keyset the keyset itself
 * @param keysetFile a file with it, unless {@code keyset} is given
 * @param createKeysetFile whether the file is made if it doesn't exist; for the sandbox, because whoever loses the file loses the data
 * @param messagesKeyset the keyset that two services share, which protects what one hands to the other for a message
 * @param messagesKeysetFile a file with it, unless {@code messagesKeyset} is given
 * @param plainText when a plain text is accepted in the place of an encrypted field
 */
@ConfigurationProperties("entente.secrets")
record SecretsProperties(
        @Nullable String keyset,
        @Nullable Path keysetFile,
        @DefaultValue("false") boolean createKeysetFile,
        @Nullable String messagesKeyset,
        @Nullable Path messagesKeysetFile,
        @DefaultValue("UNTIL_ENCRYPTED") PlainText plainText) {

    /** What wraps the data keys of this service. */
    KeyWrapping ofService() {
        return read(
                "entente.secrets.keyset",
                "the keyset that protects bank accounts and personal data",
                keyset,
                keysetFile);
    }

    /** What wraps the data keys of messages. */
    KeyWrapping ofMessages() {
        return read(
                "entente.secrets.messages-keyset",
                "the keyset that partner-service and notification-service share",
                messagesKeyset,
                messagesKeysetFile);
    }

    private KeyWrapping read(String name, String purpose, @Nullable String json, @Nullable Path file) {
        if (json != null && !json.isBlank()) {
            return Keysets.read(json);
        }
        if (file == null) {
            throw new IllegalStateException("%s or %s-file must give %s. docs/security.md says how to make one."
                    .formatted(name, name, purpose));
        }
        if (createKeysetFile) {
            Keysets.createIfAbsent(file);
        }
        return Keysets.read(file);
    }

    /** Never contains the keyset. */
    @Override
    public String toString() {
        return "SecretsProperties[" + keysetFile + "]";
    }
}

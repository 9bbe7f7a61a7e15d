package io.entente.platform.secrets.web;

import io.entente.platform.secrets.PlainText;
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
 * @param plainText when a plain text is accepted in the place of an encrypted field
 */
@ConfigurationProperties("entente.secrets")
record SecretsProperties(
        @Nullable String keyset,
        @Nullable Path keysetFile,
        @DefaultValue("false") boolean createKeysetFile,
        @DefaultValue("UNTIL_ENCRYPTED") PlainText plainText) {

    /** Never contains the keyset. */
    @Override
    public String toString() {
        return "SecretsProperties[" + keysetFile + "]";
    }
}

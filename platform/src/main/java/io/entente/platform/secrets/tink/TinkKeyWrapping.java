package io.entente.platform.secrets.tink;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.entente.platform.secrets.FieldCipher;
import io.entente.platform.secrets.KeyWrapping;
import io.entente.platform.secrets.WrappedKey;
import java.security.GeneralSecurityException;

/** Data keys for AES-256-GCM, each wrapped together with its owner's name, so no owner's key opens as another's. */
public final class TinkKeyWrapping implements KeyWrapping {

    /** The algorithms that keys may have. Without it, Tink takes those that are registered in the process. */
    static final Configuration ALGORITHMS = AeadConfig2026.get();

    private final Aead keyset;
    private final int primary;

    TinkKeyWrapping(KeysetHandle keyset) throws GeneralSecurityException {
        this.keyset = keyset.getPrimitive(ALGORITHMS, Aead.class);
        this.primary = keyset.getPrimary().getId();
    }

    @Override
    public int primaryKey() {
        return primary;
    }

    @Override
    public WrappedKey create(String owner) {
        try {
            return wrap(owner, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, ALGORITHMS));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No data key could be made for " + owner, e);
        }
    }

    @Override
    public FieldCipher open(String owner, WrappedKey key) {
        try {
            return new TinkFieldCipher(unwrap(owner, key).getPrimitive(ALGORITHMS, Aead.class));
        } catch (GeneralSecurityException e) {
            throw unusable(owner, key, e);
        }
    }

    @Override
    public WrappedKey wrapAgain(String owner, WrappedKey key) {
        try {
            return wrap(owner, unwrap(owner, key));
        } catch (GeneralSecurityException e) {
            throw unusable(owner, key, e);
        }
    }

    private WrappedKey wrap(String owner, KeysetHandle key) throws GeneralSecurityException {
        return new WrappedKey(
                TinkProtoKeysetFormat.serializeEncryptedKeyset(key, keyset, owner.getBytes(UTF_8), ALGORITHMS),
                primary);
    }

    private KeysetHandle unwrap(String owner, WrappedKey key) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(key.bytes(), keyset, owner.getBytes(UTF_8), ALGORITHMS);
    }

    private static IllegalStateException unusable(String owner, WrappedKey key, GeneralSecurityException cause) {
        return new IllegalStateException(
                "The data key of %s can't be opened. Key %d has wrapped it; the keyset must still have that key."
                        .formatted(owner, key.wrappedBy()),
                cause);
    }

    private record TinkFieldCipher(Aead aead) implements FieldCipher {

        @Override
        public byte[] encryptBytes(byte[] content, String place) {
            try {
                return aead.encrypt(content, place.getBytes(UTF_8));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("The field can't be encrypted: " + place, e);
            }
        }

        @Override
        public byte[] decryptBytes(byte[] encrypted, String place) {
            try {
                return aead.decrypt(encrypted, place.getBytes(UTF_8));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(
                        "The field can't be decrypted, because it was changed or belongs elsewhere: " + place, e);
            }
        }
    }
}

package io.entente.platform.secrets.tink;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/** Does what an operator does with {@code tinkey rotate-keyset}. */
public final class RotatedKeyset {

    private RotatedKeyset() {}

    /** The same keyset with a further key, which is the primary one. */
    public static String of(String json) {
        try {
            KeysetHandle before = TinkJsonProtoKeysetFormat.parseKeyset(
                    json, TinkKeyWrapping.ALGORITHMS, InsecureSecretKeyAccess.get());
            KeysetHandle fresh =
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TinkKeyWrapping.ALGORITHMS);
            KeysetHandle after = KeysetHandle.newBuilder(before)
                    .addEntry(KeysetHandle.importKey(fresh.getPrimary().getKey())
                            .withFixedId(fresh.getPrimary().getId())
                            .makePrimary())
                    .build();
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    after, TinkKeyWrapping.ALGORITHMS, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

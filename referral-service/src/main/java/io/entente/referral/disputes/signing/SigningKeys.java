package io.entente.referral.disputes.signing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The key that signs, if the installation has one. */
public final class SigningKeys {

    /** No key. */
    public static final SigningKeys NONE = new SigningKeys(null);

    private final @Nullable SigningKey key;

    private SigningKeys(@Nullable SigningKey key) {
        this.key = key;
    }

    public static SigningKeys of(SigningKey key) {
        return new SigningKeys(key);
    }

    public Optional<SigningKey> current() {
        return Optional.ofNullable(key);
    }
}

package io.entente.platform.secrets;

/** Protects data keys with the keyset of the service. */
public interface KeyWrapping {

    /** Says which key of the keyset wraps new data keys. */
    int primaryKey();

    /** Makes a data key for an owner. */
    WrappedKey create(String owner);

    /** @throws IllegalStateException if the keyset doesn't have the key that wrapped this one, or if it is another owner's */
    FieldCipher open(String owner, WrappedKey key);

    /** Wraps the same data key with the primary key. */
    WrappedKey wrapAgain(String owner, WrappedKey key);
}

package io.entente.platform.secrets;

/**
 * A data key in the form in which it is stored.
 *
 * @param wrappedBy the id of the key that wrapped it
 */
public record WrappedKey(byte[] bytes, int wrappedBy) {}

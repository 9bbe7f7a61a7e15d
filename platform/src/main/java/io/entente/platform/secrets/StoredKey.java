package io.entente.platform.secrets;

import org.jspecify.annotations.Nullable;

/**
 * The data key of an owner.
 *
 * @param key null if it was destroyed
 */
public record StoredKey(String owner, @Nullable WrappedKey key) {}

package io.entente.platform.runtime.lease;

/**
 * An item together with the lease on it.
 *
 * @param item as it was when the lease was acquired
 */
public record Leased<T>(T item, Lease lease) {}

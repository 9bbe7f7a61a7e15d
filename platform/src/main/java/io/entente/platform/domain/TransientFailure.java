package io.entente.platform.domain;

/**
 * Marks an exception of ours as transient: the same operation can succeed when it is tried again later. A consumer retries
 * such a failure instead of parking the event.
 */
public interface TransientFailure {}

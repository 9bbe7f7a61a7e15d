package io.entente.commission.deals;

/**
 * The client organisation of a deal. It contains no personal data.
 *
 * @param key identifies the client
 */
public record Client(String key, String organisation) {}

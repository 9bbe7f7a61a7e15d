package io.entente.commission.ledger;

/**
 * The client organisation that bought; none of its people.
 *
 * @param key what tells clients apart
 */
public record Client(String key, String organisation) {}

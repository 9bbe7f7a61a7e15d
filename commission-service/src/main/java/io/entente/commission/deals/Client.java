package io.entente.commission.deals;

/**
 * The client organisation that bought; none of its people.
 *
 * @param key what tells clients apart
 */
public record Client(String key, String organisation) {}

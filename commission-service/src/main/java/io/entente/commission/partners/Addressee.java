package io.entente.commission.partners;

import java.util.Locale;

/**
 * The person or organisation that a statement is addressed to.
 *
 * @param name name of the partner, which is an organisation or a sole trader
 * @param locale language and region of the statement
 */
public record Addressee(String name, Locale locale) {}

package io.entente.commission.partners;

import java.util.Locale;

/**
 * To whom a statement is written.
 *
 * @param name the partner's, an organisation or a person in business
 * @param locale in which it reads
 */
public record Addressee(String name, Locale locale) {}

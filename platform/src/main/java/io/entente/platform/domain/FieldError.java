package io.entente.platform.domain;

/**
 * What is wrong with one field.
 *
 * @param field path from the body's root, {@code client.organisation}, or the name of a parameter or header
 * @param message what the caller can do about it
 */
public record FieldError(String field, String message) {}

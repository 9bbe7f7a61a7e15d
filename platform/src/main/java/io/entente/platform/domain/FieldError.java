package io.entente.platform.domain;

/**
 * An error in one field of a request.
 *
 * @param field path from the root of the body, such as {@code client.organisation}, or the name of a parameter or header
 * @param message what a correct value looks like
 */
public record FieldError(String field, String message) {}

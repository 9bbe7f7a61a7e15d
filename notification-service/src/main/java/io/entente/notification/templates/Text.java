package io.entente.notification.templates;

/**
 * A rendered message.
 *
 * @param subject one line without control characters
 * @param body plain text; an empty line separates paragraphs
 */
public record Text(String subject, String body) {}

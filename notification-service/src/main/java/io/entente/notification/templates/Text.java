package io.entente.notification.templates;

/**
 * A message in words.
 *
 * @param subject one line without control characters
 * @param body plain text, paragraphs apart by an empty line
 */
public record Text(String subject, String body) {}

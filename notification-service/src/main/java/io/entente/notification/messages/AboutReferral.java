package io.entente.notification.messages;

import org.jspecify.annotations.Nullable;

/**
 * The referral that a notification is about.
 *
 * @param author who of the partner has submitted it; null if nobody of the partner has
 */
public record AboutReferral(String id, @Nullable String author) {}

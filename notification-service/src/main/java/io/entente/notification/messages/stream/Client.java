package io.entente.notification.messages.stream;

/** The client organisation, as every event about a referral names it. */
record Client(String organisation) {}

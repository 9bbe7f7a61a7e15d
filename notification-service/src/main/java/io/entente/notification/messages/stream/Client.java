package io.entente.notification.messages.stream;

/** The client organisation of a referral or a deal. */
record Client(String organisation) {}

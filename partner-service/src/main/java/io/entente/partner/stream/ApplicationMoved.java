package io.entente.partner.stream;

/** The field of an application's own events that leads to it. */
record ApplicationMoved(String applicationId) {}

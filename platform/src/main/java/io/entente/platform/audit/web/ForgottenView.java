package io.entente.platform.audit.web;

/**
 * What was forgotten.
 *
 * @param entries the number of entries that no longer say who it was
 */
record ForgottenView(long entries) {}

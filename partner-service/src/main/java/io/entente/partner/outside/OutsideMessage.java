package io.entente.partner.outside;

import java.time.Instant;

/**
 * A message to somebody who isn't in the program and can't sign in. It has a link that opens one thing.
 *
 * @param locale BCP 47; decides the language
 * @param sealed the address and the link, each on a line, readable only with the keyset of messages
 * @param expiresAt when the link ends, so that no later mail is sent
 */
public record OutsideMessage(String id, OutsideMessageKind kind, String locale, String sealed, Instant expiresAt) {}

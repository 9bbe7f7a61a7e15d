/** The announced events of partnerships on {@code partner.events}. */
@NullMarked
package io.entente.notification.messages.stream.partnership;

import org.jspecify.annotations.NullMarked;

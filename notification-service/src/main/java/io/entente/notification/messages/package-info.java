/** The inbox: one notification per event and partner. */
@NullMarked
package io.entente.notification.messages;

import org.jspecify.annotations.NullMarked;

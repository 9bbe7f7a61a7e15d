/** The notifications: one for each event and reader, in the inbox and by e-mail. */
@NullMarked
package io.entente.notification.messages;

import org.jspecify.annotations.NullMarked;

/** What every announced event tells about its messages. */
@NullMarked
package io.entente.notification.messages.stream.announced;

import org.jspecify.annotations.NullMarked;

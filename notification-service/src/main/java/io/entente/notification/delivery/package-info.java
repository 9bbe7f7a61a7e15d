/** The delivery of notifications by e-mail, with retries on a published schedule. */
@NullMarked
package io.entente.notification.delivery;

import org.jspecify.annotations.NullMarked;

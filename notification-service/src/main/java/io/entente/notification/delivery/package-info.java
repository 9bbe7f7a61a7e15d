/** How a notification reaches the partner outside the inbox: by e-mail, retried on a published schedule. */
@NullMarked
package io.entente.notification.delivery;

import org.jspecify.annotations.NullMarked;

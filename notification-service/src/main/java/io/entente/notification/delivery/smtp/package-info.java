/** Sends e-mail over SMTP. */
@NullMarked
package io.entente.notification.delivery.smtp;

import org.jspecify.annotations.NullMarked;

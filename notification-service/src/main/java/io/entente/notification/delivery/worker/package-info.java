/** The threads that deliver mails, and their metrics. */
@NullMarked
package io.entente.notification.delivery.worker;

import org.jspecify.annotations.NullMarked;

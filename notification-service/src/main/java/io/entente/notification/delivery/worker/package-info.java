/** The threads that deliver, and what an operator watches of them. */
@NullMarked
package io.entente.notification.delivery.worker;

import org.jspecify.annotations.NullMarked;

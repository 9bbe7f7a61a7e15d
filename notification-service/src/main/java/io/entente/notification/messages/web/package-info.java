/** The inbox and the delivery log over HTTP. */
@NullMarked
package io.entente.notification.messages.web;

import org.jspecify.annotations.NullMarked;

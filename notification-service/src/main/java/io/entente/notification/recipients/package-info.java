/** Whom messages go to: the local copy of what this service needs to know of partners. */
@NullMarked
package io.entente.notification.recipients;

import org.jspecify.annotations.NullMarked;

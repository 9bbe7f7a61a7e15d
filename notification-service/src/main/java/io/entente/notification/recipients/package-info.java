/** The readers of notifications: a local copy of the partner profiles, and the firm's teams. */
@NullMarked
package io.entente.notification.recipients;

import org.jspecify.annotations.NullMarked;

/** Reads the firm's teams from the configuration. */
@NullMarked
package io.entente.notification.recipients.settings;

import org.jspecify.annotations.NullMarked;

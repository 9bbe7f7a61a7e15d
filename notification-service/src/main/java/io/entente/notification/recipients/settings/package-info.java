/** The firm's teams, as the configuration has them. */
@NullMarked
package io.entente.notification.recipients.settings;

import org.jspecify.annotations.NullMarked;

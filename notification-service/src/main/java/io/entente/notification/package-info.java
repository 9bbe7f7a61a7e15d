/** The notification service: each partner hears what happens to its referrals and its money, in its language. */
@NullMarked
package io.entente.notification;

import org.jspecify.annotations.NullMarked;

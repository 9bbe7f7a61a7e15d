/** The notification service tells each partner, in its language, what happens to its referrals and its money. */
@NullMarked
package io.entente.notification;

import org.jspecify.annotations.NullMarked;

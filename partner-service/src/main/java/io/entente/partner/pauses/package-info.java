/** Pauses of partners that have not followed up referrals as promised. */
@NullMarked
package io.entente.partner.pauses;

import org.jspecify.annotations.NullMarked;

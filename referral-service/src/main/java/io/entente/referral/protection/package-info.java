/** The protection of the claim on a client: extended, refused, expiring and expired. */
@NullMarked
package io.entente.referral.protection;

import org.jspecify.annotations.NullMarked;

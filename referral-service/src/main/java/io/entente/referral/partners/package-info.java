/** What this service needs to know about partners, taken from their profiles. */
@NullMarked
package io.entente.referral.partners;

import org.jspecify.annotations.NullMarked;

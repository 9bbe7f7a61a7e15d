/** What this service needs to know of partners, fed by their profiles. */
@NullMarked
package io.entente.referral.partners;

import org.jspecify.annotations.NullMarked;

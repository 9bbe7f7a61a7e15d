/** Mapping profiles: how the rows of a CRM's export become opportunities. */
@NullMarked
package io.entente.referral.intake.profiles;

import org.jspecify.annotations.NullMarked;

/** The mapping profiles that the service ships, as JSON. */
@NullMarked
package io.entente.referral.intake.json;

import org.jspecify.annotations.NullMarked;

/** Stores onboardings and publishes their events. */
@NullMarked
package io.entente.partner.onboarding.mongo;

import org.jspecify.annotations.NullMarked;

/** The checklists of onboarding: policy in versions. */
@NullMarked
package io.entente.partner.onboarding.policy;

import org.jspecify.annotations.NullMarked;

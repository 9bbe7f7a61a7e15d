/** The program's attribution policy: its rules, thresholds and protection periods, in versions. */
@NullMarked
package io.entente.referral.attribution.policy;

import org.jspecify.annotations.NullMarked;

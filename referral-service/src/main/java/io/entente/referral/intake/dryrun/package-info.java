/** Tries an import without storing anything, and proposes a profile for an unknown file. */
@NullMarked
package io.entente.referral.intake.dryrun;

import org.jspecify.annotations.NullMarked;

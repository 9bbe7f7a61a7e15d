/** Conflicts between two introductions of one client, and how they are decided. */
@NullMarked
package io.entente.referral.attribution.conflicts;

import org.jspecify.annotations.NullMarked;

/** The program's rules for tiers, in versions. */
@NullMarked
package io.entente.partner.tiers.policy;

import org.jspecify.annotations.NullMarked;

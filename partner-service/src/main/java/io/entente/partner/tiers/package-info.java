/** Tiers: who decides them, from which day on, and by which figures. */
@NullMarked
package io.entente.partner.tiers;

import org.jspecify.annotations.NullMarked;

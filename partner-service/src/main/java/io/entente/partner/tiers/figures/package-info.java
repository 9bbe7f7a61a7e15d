/** The figures that tiers are decided by. */
@NullMarked
package io.entente.partner.tiers.figures;

import org.jspecify.annotations.NullMarked;

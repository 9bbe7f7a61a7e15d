/** What partners have achieved, fact by fact, and the figures that tiers are decided by. */
@NullMarked
package io.entente.partner.tiers.figures;

import org.jspecify.annotations.NullMarked;

/** What partners have achieved, fact by fact. Tiers, scorecards and the health of the program are computed from it. */
@NullMarked
package io.entente.partner.performance;

import org.jspecify.annotations.NullMarked;

/** Scorecards: the figures of each partner by month, quarter and year, and what each figure is made of. */
@NullMarked
package io.entente.partner.scorecards;

import org.jspecify.annotations.NullMarked;

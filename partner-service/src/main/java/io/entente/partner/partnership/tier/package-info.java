/** Tiers of partners, and the days on which they change. */
@NullMarked
package io.entente.partner.partnership.tier;

import org.jspecify.annotations.NullMarked;

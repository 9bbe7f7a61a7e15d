/** What deals count as for a partner's tiers and terms, after they were corrected or reversed. */
@NullMarked
package io.entente.commission.commissions.recount;

import org.jspecify.annotations.NullMarked;

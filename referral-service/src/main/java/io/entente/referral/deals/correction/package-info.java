/** Corrects deals that were entered wrongly, and ends engagements. */
@NullMarked
package io.entente.referral.deals.correction;

import org.jspecify.annotations.NullMarked;

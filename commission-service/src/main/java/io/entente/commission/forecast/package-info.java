/** What a partner can expect to earn from open referrals and accrued commission, month by month. */
@NullMarked
package io.entente.commission.forecast;

import org.jspecify.annotations.NullMarked;

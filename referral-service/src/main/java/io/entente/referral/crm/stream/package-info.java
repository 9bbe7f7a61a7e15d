/** Reads the referrals' own events, which may let waiting changes of CRMs be applied. */
@NullMarked
package io.entente.referral.crm.stream;

import org.jspecify.annotations.NullMarked;

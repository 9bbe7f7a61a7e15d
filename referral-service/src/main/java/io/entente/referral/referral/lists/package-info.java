/** The list of referrals: what it is searched, filtered and sorted by. */
@NullMarked
package io.entente.referral.referral.lists;

import org.jspecify.annotations.NullMarked;

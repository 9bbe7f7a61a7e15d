/** What CRMs tell of their deals: checked to be theirs, kept until linked, and given on as commands to referrals. */
@NullMarked
package io.entente.referral.crm;

import org.jspecify.annotations.NullMarked;

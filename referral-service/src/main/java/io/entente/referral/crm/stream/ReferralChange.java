package io.entente.referral.crm.stream;

/** The part of a referral's event that tells which referral changed. */
record ReferralChange(String referralId) {}

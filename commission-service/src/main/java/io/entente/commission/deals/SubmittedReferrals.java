package io.entente.commission.deals;

import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.partners.PartnerId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Which referrals partners submitted, and which of them were won: conversion tiers ask for it. */
public interface SubmittedReferrals {

    /** Counts a referral, once. */
    void add(PartnerId partner, Submitted referral);

    /** Counts the referrals of deals as won, each once. Referrals that their partner didn't submit are not counted. */
    void won(Collection<Credited> deals);

    /** How many referrals a partner submitted within some days, both included. Costs the months, not the referrals. */
    Counted count(PartnerId partner, LocalDate from, LocalDate to);

    /** Those of some referrals that the partner submitted. */
    List<Known> find(PartnerId partner, Collection<String> referralIds);

    /** A partner's referrals submitted within some days, both included. For simulations, since it reads each of them. */
    List<Submitted> within(PartnerId partner, LocalDate from, LocalDate to);

    /** A submitted referral. */
    record Submitted(String referralId, String clientKey, LocalDate on) {}

    /** @param won of those submitted, how many have a deal */
    record Counted(long submitted, long won) {}

    /**
     * A submitted referral as it is counted.
     *
     * @param isOpen whether it has no deal yet
     */
    record Known(LocalDate on, boolean isOpen) {

        public boolean isWithin(LocalDate from, LocalDate to) {
            return !on.isBefore(from) && !on.isAfter(to);
        }
    }
}

package io.entente.commission.deals;

import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.partners.PartnerId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Counts the referrals that partners submitted and those that were won. Tiers by conversion need these figures. */
public interface SubmittedReferrals {

    /** Counts a referral as submitted. Counting it again changes nothing. */
    void add(PartnerId partner, Submitted referral);

    /** Counts the referrals of deals as won, each once. Referrals that the partner did not submit are not counted. */
    void won(Collection<Credited> deals);

    /**
     * Counts the referrals of deals that were reversed or corrected again: as won if one of their deals stands, otherwise as
     * not won. The deals must be registered with the change.
     */
    void recount(Collection<Credited> changed);

    /**
     * Returns how many referrals a partner submitted between two days, both inclusive. The cost grows with the
     * number of months, not of referrals.
     */
    Counted count(PartnerId partner, LocalDate from, LocalDate to);

    /** Returns those of these referrals that the partner submitted. */
    List<Known> find(PartnerId partner, Collection<String> referralIds);

    /**
     * Returns the referrals that a partner submitted between two days, both inclusive. It reads each of them, so it
     * is meant for simulations only.
     */
    List<Submitted> within(PartnerId partner, LocalDate from, LocalDate to);

    /** A submitted referral. */
    record Submitted(String referralId, String clientKey, LocalDate on) {}

    /**
     * Numbers of referrals in a period.
     *
     * @param won number of the submitted referrals that have a deal which was not reversed
     */
    record Counted(long submitted, long won) {}

    /**
     * A submitted referral that is counted.
     *
     * @param isOpen whether it has no deal yet
     */
    record Known(String referralId, LocalDate on, boolean isOpen) {

        public boolean isWithin(LocalDate from, LocalDate to) {
            return !on.isBefore(from) && !on.isAfter(to);
        }
    }
}

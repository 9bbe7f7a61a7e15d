package io.entente.commission.simulation;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.PricedDeal;
import java.time.LocalDate;
import java.util.Set;
import org.joda.money.Money;

/** The deals of partners as recorded in the ledger. */
public interface PastDeals {

    /** Reads a partner's chain from its first transaction, with a few hundred transactions in memory. */
    void replay(PartnerId partner, Visitor visitor);

    /** The ids of the referrals that a partner submitted from one day to another, both inclusive. */
    Set<String> submitted(PartnerId partner, LocalDate from, LocalDate to);

    /** Receives deals and adjustments in the order of the ledger. */
    interface Visitor {

        /** A deal was closed, or the client of a retainer paid. */
        void deal(PastDeal deal);

        /** The commission of an earlier deal was adjusted, because of a higher tier or a correction of the deal. */
        void corrected(LocalDate earnedOn, Money amount);

        /**
         * An earlier deal was corrected or reversed.
         *
         * @param year the calendar year in which it counts from now on
         * @param counts whether it still counts as a won deal of the partner
         */
        void recounted(String dealId, int year, boolean counts);
    }

    /**
     * A deal and its result.
     *
     * @param credit the index of the partner's credit share
     * @param year the calendar year in which the deal counted when it was booked
     * @param dealsBefore the partner's won deals before this one in that year
     * @param accrued what the partner earned from it then; zero if nothing was due
     */
    record PastDeal(
            PricedDeal deal,
            int credit,
            String clientKey,
            String referralId,
            int year,
            long dealsBefore,
            Money accrued) {}
}

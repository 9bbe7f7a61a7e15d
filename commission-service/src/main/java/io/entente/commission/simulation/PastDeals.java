package io.entente.commission.simulation;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.PricedDeal;
import java.time.LocalDate;
import java.util.Set;
import java.util.SortedMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

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

        /**
         * What an earlier deal or payment has earned is changed by a tier, a correction, a refund, a void or a reversal. What people
         * adjusted is left out.
         */
        void changed(String id, LocalDate earnedOn, Money amount);

        /**
         * The firm keeps another part of a deal or payment than before.
         *
         * @param worth what the firm keeps of {@code basis} if the client pays what it still owes
         */
        void kept(String id, Money worth, Money basis);

        /**
         * What follows is caused by a report of a payment, a refund or a void, until another one is named. Several payments on a retainer
         * can share what a report does.
         *
         * @param key null if no report causes it
         */
        default void reported(@Nullable String key) {}

        /** An earlier deal was corrected or reversed. */
        void recounted(Recounted change);

        /**
         * A client got something of a deal back, or the deal is worth less.
         *
         * @param amount of the whole deal; below zero if it is undone
         */
        void lost(String clientKey, Money amount);
    }

    /**
     * How a deal counts since a transaction.
     *
     * @param id identifies it like {@link PastDeal#id}
     * @param wasDeal whether it counted as a won deal of the partner before
     * @param wasIn the calendar year in which it counted before
     * @param isDeal whether it counts as one now
     * @param isIn the calendar year in which it counts now
     * @param dealsByYear the partner's won deals after the transaction
     */
    record Recounted(
            String id,
            String dealId,
            boolean wasDeal,
            int wasIn,
            boolean isDeal,
            int isIn,
            SortedMap<Integer, Long> dealsByYear) {

        /** Returns how many won deals the partner has in a year now. */
        long dealsIn(int year) {
            return dealsByYear.getOrDefault(year, 0L);
        }

        /** Returns how many it had before. */
        long dealsBefore(int year) {
            return dealsIn(year) + (wasDeal && wasIn == year ? 1 : 0) - (isDeal && isIn == year ? 1 : 0);
        }
    }

    /**
     * A deal and its result.
     *
     * @param id identifies the deal or the payment among those of the partner
     * @param credit the index of the partner's credit share
     * @param year the calendar year in which the deal counted when it was booked
     * @param dealsBefore the partner's won deals before this one in that year
     * @param accrued what the partner earned from it then; zero if nothing was due
     * @param counts whether it is one of the partner's deals or payments, and so its revenue
     */
    record PastDeal(
            String id,
            PricedDeal deal,
            int credit,
            String clientKey,
            String referralId,
            int year,
            long dealsBefore,
            Money accrued,
            boolean counts) {}
}

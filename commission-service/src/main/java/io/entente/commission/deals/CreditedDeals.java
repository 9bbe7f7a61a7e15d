package io.entente.commission.deals;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.PricedDeal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Which partners are credited with which deals: found by deal, and in ranges by partner, client and referral. Written after
 * the ledger, from the same event, so that a crash in between is made good when the deal is delivered again.
 */
public interface CreditedDeals {

    /** Registers deals; those registered before stay as they are. */
    void add(Collection<Credited> deals);

    /** All partners credited with a deal; none where it isn't known. */
    List<Credited> ofDeal(String dealId);

    /** What is registered of deals that the ledger has; those that aren't registered yet are left out. */
    List<Credited> registered(Collection<CreditedDeal> deals);

    /**
     * A partner's deals of one referral.
     *
     * @param gathered deals that aren't to be counted, since the one who asks counts them
     * @param asking the deal that asks, which isn't either
     */
    Earlier ofReferral(
            PartnerId partner, String clientKey, String referralId, Collection<String> gathered, String asking);

    /**
     * The whole amounts of a partner's deals with a client in a currency, with the same exceptions; of a retainer what its client
     * has paid.
     */
    Money clientRevenue(
            PartnerId partner, String clientKey, CurrencyUnit currency, Collection<String> gathered, String asking);

    /** All of a partner's deals, or those with one client, in order of clients, referrals and ids. */
    Stream<Credited> ofPartner(PartnerId partner, @Nullable String clientKey);

    /**
     * One partner's part of a deal.
     *
     * @param index which of the deal's credits it is, from 0
     * @param deal all that prices it, again where later tiers ask for it
     */
    record Credited(int index, PartnerId partnerId, String referralId, String clientKey, PricedDeal deal) {

        public String dealId() {
            return deal.id();
        }
    }

    /**
     * Deals before one.
     *
     * @param firstClosedOn of the first; absent where there is none
     */
    record Earlier(long deals, @Nullable LocalDate firstClosedOn) {}
}

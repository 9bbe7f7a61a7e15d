package io.entente.commission.deals;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.PricedDeal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
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

    /** Whether a partner has a deal of a referral. */
    boolean hasDeal(PartnerId partner, String clientKey, String referralId);

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
}

package io.entente.commission.deals;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.PricedDeal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Knows which partners are credited with which deals. Deals are found by id, or as a range by partner, client and
 * referral. They are registered after the ledger is written, while the same event is handled. If the process crashes
 * in between, the redelivery completes the registration.
 */
public interface CreditedDeals {

    /** Registers deals. A deal that is already registered stays as it is. */
    void add(Collection<Credited> deals);

    /** Returns the credits of a deal; empty if the deal is unknown. */
    List<Credited> ofDeal(String dealId);

    /**
     * Returns the registered credits of deals that are in the ledger. Deals that are not registered yet are left
     * out.
     */
    List<Credited> registered(Collection<CreditedDeal> deals);

    /** Whether a partner has a deal that came from a referral. */
    boolean hasDeal(PartnerId partner, String clientKey, String referralId);

    /**
     * Returns the deals of a partner, sorted by client, referral and id.
     *
     * @param clientKey only deals of this client; null for all clients
     */
    Stream<Credited> ofPartner(PartnerId partner, @Nullable String clientKey);

    /**
     * One partner's credit for a deal.
     *
     * @param index position among the deal's credits, from 0
     * @param deal everything that pricing needs, so that later tiers can price the deal again
     */
    record Credited(int index, PartnerId partnerId, String referralId, String clientKey, PricedDeal deal) {

        public String dealId() {
            return deal.id();
        }
    }
}

package io.entente.commission.deals;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.PricedDeal;
import java.time.LocalDate;
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

    /**
     * Replaces the credits of a deal that was corrected or reversed.
     *
     * @param now the credits after the change
     * @param left credits of partners that have none any more
     */
    void replace(Collection<Credited> now, Collection<Credited> left);

    /** Returns the credits of a deal; empty if the deal is unknown. */
    List<Credited> ofDeal(String dealId);

    /**
     * Returns the registered credits of deals that are in the ledger. Deals that are not registered yet are left
     * out.
     */
    List<Credited> registered(Collection<CreditedDeal> deals);

    /** Whether a partner has a deal that came from a referral and counts. */
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
     * @param engagement the work that was bought; null if unknown
     * @param reversed whether the deal was reversed, after which it counts no more
     * @param refused whether a person refused the partner's commission as a self-referral, after which the deal is none of the partner's
     */
    record Credited(
            int index,
            PartnerId partnerId,
            String referralId,
            String clientKey,
            PricedDeal deal,
            @Nullable Engagement engagement,
            boolean reversed,
            boolean refused) {

        /** Creates the credit for a deal that stands and whose engagement is unknown. */
        public Credited(int index, PartnerId partnerId, String referralId, String clientKey, PricedDeal deal) {
            this(index, partnerId, referralId, clientKey, deal, null, false, false);
        }

        public Credited asReversed() {
            return new Credited(index, partnerId, referralId, clientKey, deal, engagement, true, refused);
        }

        public Credited asRefused() {
            return new Credited(index, partnerId, referralId, clientKey, deal, engagement, reversed, true);
        }

        /** Whether this is one of the partner's deals. */
        public boolean counts() {
            return !reversed && !refused;
        }

        /** Returns the same credit for the deal as it is priced on a payment. */
        public Credited on(PricedDeal payment) {
            return new Credited(index, partnerId, referralId, clientKey, payment, engagement, reversed, refused);
        }

        /** Whether a day is within the engagement. A day that is unknown doesn't limit it. */
        public boolean isEngagedOn(LocalDate day) {
            LocalDate starts = engagement == null ? null : engagement.startsOn();
            LocalDate ends = engagement == null ? null : engagement.endsOn();
            return (starts == null || !day.isBefore(starts)) && (ends == null || !day.isAfter(ends));
        }

        public String dealId() {
            return deal.id();
        }
    }
}

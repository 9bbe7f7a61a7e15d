package io.entente.commission.accrual;

import io.entente.commission.commissions.Posting;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.plans.inputs.History.ReferralDeals;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The deals of a referral, counted along the partner's chain like {@link ClientStanding}.
 *
 * @param upTo number of the last transaction that is included; 0 for none
 */
public record ReferralStanding(long upTo, ReferralDeals deals) {

    public static final ReferralStanding NONE = new ReferralStanding(0, ReferralDeals.NONE);

    /**
     * Returns the standing with the new transactions of this referral included. They must be given in order.
     *
     * @param ofClient transactions of the client; those of other referrals and those already included are ignored
     */
    public ReferralStanding plus(Collection<LedgerTransaction> ofClient, String referralId) {
        ReferralStanding standing = this;
        for (LedgerTransaction transaction : ofClient) {
            if (transaction.id().number() > upTo
                    && transaction.entry() instanceof Posting posting
                    && posting.deal().payment() == null
                    && posting.deal().referralId().equals(referralId)) {
                standing = standing.plus(transaction.id().number(), posting.deal());
            }
        }
        return standing;
    }

    private ReferralStanding plus(long number, CreditedDeal deal) {
        return new ReferralStanding(
                number, new ReferralDeals(deals.earlier() + 1, earliest(deals.firstClosedOn(), deal.closedOn())));
    }

    /** Returns the earlier of two days. The first may be null. */
    static LocalDate earliest(@Nullable LocalDate known, LocalDate other) {
        return known == null || other.isBefore(known) ? other : known;
    }
}

package io.entente.commission.accrual.unpriced;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Posting;
import io.entente.commission.deals.Client;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;

/**
 * A deal, or a client's payment on a retainer, that earned a partner nothing because the program's plans have a gap.
 * Finance can mend the gap and have the deal priced.
 *
 * @param commission the commission that begins when the deal is priced
 * @param amount what the client pays for it: the payment on a retainer, otherwise the whole deal
 * @param reason the gap: one of {@link #GAPS}
 */
public record UnpricedDeal(
        CommissionId commission,
        PartnerId partnerId,
        String dealId,
        String referralId,
        Client client,
        Money amount,
        LocalDate closedOn,
        Reason reason) {

    /**
     * The reasons that are gaps in the plans. All other reasons are decisions of a plan, such as a term that has ended,
     * and need nobody's attention.
     */
    public static final Set<Reason> GAPS = Set.copyOf(EnumSet.of(Reason.NO_PLAN_IN_FORCE, Reason.CURRENCY_DIFFERS));

    /** Returns the deal of a posting if the posting earned nothing because of a gap. */
    public static Optional<UnpricedDeal> of(Posting posting) {
        return posting.outcome() instanceof NothingDue nothing && GAPS.contains(nothing.reason())
                ? Optional.of(of(posting.deal(), nothing.reason()))
                : Optional.empty();
    }

    private static UnpricedDeal of(CreditedDeal deal, Reason reason) {
        return new UnpricedDeal(
                CommissionId.of(deal),
                deal.partnerId(),
                deal.dealId(),
                deal.referralId(),
                deal.client(),
                deal.basis(),
                deal.closedOn(),
                reason);
    }
}

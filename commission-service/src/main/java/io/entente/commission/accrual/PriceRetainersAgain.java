package io.entente.commission.accrual;

import io.entente.commission.accrual.retainers.Lift;
import io.entente.commission.accrual.retainers.Paid;
import io.entente.commission.accrual.retainers.PaymentRecounts;
import io.entente.commission.accrual.retainers.RetainerPayments;
import io.entente.commission.accrual.standings.ClientStandings;
import io.entente.commission.accrual.standings.RetainerHistory;
import io.entente.commission.accrual.unpriced.UnpricedDeals;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.Settled;
import io.entente.commission.commissions.recount.Recounts;
import io.entente.commission.commissions.refunds.NoteRefunds;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.DealFile;
import io.entente.commission.deals.DealFiles;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.deals.amendments.CorrectedDeal;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.Counters;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.inputs.Apportionment;
import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.pricing.Pricing;
import io.entente.commission.plans.pricing.PricingResult;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.platform.events.consume.NotYetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Prices the payments on a corrected retainer again. A payment that is no longer within the engagement earns nothing, and
 * the others are priced by what they add to those within it.
 */
final class PriceRetainersAgain {

    private final PartnerProfiles profiles;
    private final Ledger ledger;
    private final Commissions commissions;
    private final DealFiles files;
    private final CreditedDeals deals;
    private final ClientStandings standings;
    private final SubmittedReferrals referrals;
    private final Repricing repricing;
    private final PaymentRecounts recounts;
    private final NoteRefunds refunds;
    private final UnpricedDeals unpriced;

    PriceRetainersAgain(
            PartnerProfiles profiles,
            Ledger ledger,
            Commissions commissions,
            DealFiles files,
            CreditedDeals deals,
            ClientStandings standings,
            SubmittedReferrals referrals,
            Repricing repricing,
            Recounts recounts,
            NoteRefunds refunds,
            UnpricedDeals unpriced) {
        this.profiles = profiles;
        this.ledger = ledger;
        this.commissions = commissions;
        this.files = files;
        this.deals = deals;
        this.standings = standings;
        this.referrals = referrals;
        this.repricing = repricing;
        this.recounts = new PaymentRecounts(recounts);
        this.refunds = refunds;
        this.unpriced = unpriced;
    }

    /**
     * Books what the payments that have accrued count and earn more or less. Those that haven't will be booked rightly at once.
     *
     * @param recount the last recount of the retainer; null if it counts as it was booked
     * @param after the retainer after the correction
     * @param plan the version that prices it; null if none does
     * @param none the outcome of every payment, if the partner has no credit any more; otherwise null
     * @return the recounts of the payments that this correction moved
     */
    List<LedgerTransaction> again(
            CorrectedDeal corrected,
            LedgerTransaction closing,
            @Nullable LedgerTransaction recount,
            Credited part,
            CreditedDeal after,
            @Nullable CommissionPlan plan,
            @Nullable PricingResult none) {
        boolean reversed = recount != null && Recounts.of(recount).reversed();
        boolean counts =
                none == null && (recount == null || !Recounts.of(recount).refused());
        List<LedgerTransaction> moved = new ArrayList<>();
        for (DealFile file : files.find(List.of(part.dealId()))) {
            for (Paid paid : RetainerPayments.of(file, part)) {
                LedgerTransaction accrual =
                        ledger.find(Posting.causeOf(paid.commissionId())).orElse(null);
                if (accrual == null) {
                    continue;
                }
                CreditedDeal payment = paid(after, accrual, part, counts && paid.isEngaged(), reversed);
                recounts.write(corrected, accrual, payment, plan == null ? null : plan.ref())
                        .filter(found -> Recounts.of(found).sequence() == corrected.sequence())
                        .ifPresent(moved::add);
                Settled settled = paid.settled(file.facts().size());
                PricingResult outcome = none == null ? whole(paid, closing, recount, accrual, plan) : none;
                unpriced.corrected(Posting.of(accrual), new Posting(payment, outcome));
                repricing.book(corrected, accrual, payment, outcome, settled);
                if (commissions.standing(paid.commissionId()).isEmpty()) {
                    refunds.recounted(paid.commissionId(), settled, corrected);
                }
            }
        }
        return moved;
    }

    /** @param reversed whether the retainer was reversed, after which its payments never count again */
    private CreditedDeal paid(
            CreditedDeal after, LedgerTransaction accrual, Credited part, boolean counts, boolean reversed) {
        CreditedDeal.RetainerPayment payment =
                Objects.requireNonNull(Posting.of(accrual).deal().payment());
        if (reversed) {
            return after.paid(payment, recounts.present(accrual).revenue());
        }
        return counts
                ? after.paid(
                        payment,
                        Apportionment.split(payment.amount(), part.deal().shares())
                                .get(part.index()))
                : after.paid(payment, Money.zero(payment.amount().getCurrencyUnit()));
    }

    /**
     * Prices a payment as a whole, so that what is kept of it earns exactly what it adds to the payments before it. Of a payment of which
     * nothing is kept, the price is that of the most that was.
     */
    private PricingResult whole(
            Paid paid,
            LedgerTransaction closing,
            @Nullable LedgerTransaction recount,
            LedgerTransaction accrual,
            @Nullable CommissionPlan plan) {
        if (paid.kept().isZero()) {
            return outcome(paid.whole(), closing, recount, accrual, plan);
        }
        PricingResult kept = outcome(paid, closing, recount, accrual, plan);
        return kept instanceof Earned earned
                ? new Earned(
                        Lift.beforeRefund(earned.amount(), paid),
                        earned.plan(),
                        earned.rule(),
                        earned.rate(),
                        earned.terms(),
                        earned.steps())
                : kept;
    }

    /** Prices what is kept of a payment that accrued, by a version of the plan. */
    PricingResult outcome(
            Paid paid,
            LedgerTransaction closing,
            @Nullable LedgerTransaction recount,
            LedgerTransaction accrual,
            @Nullable CommissionPlan plan) {
        Credited part = paid.credited();
        PartnerProfile partner = profiles.find(part.partnerId())
                .orElseThrow(() -> new NotYetException("the profile of partner " + part.partnerId()));
        if (!paid.isEngaged()) {
            return paid.outside();
        }
        if (plan == null) {
            return Pricing.noPlan(part.deal(), partner);
        }
        ChainHead head = asItWas(closing, recount, accrual, part, plan);
        History history = new PartnerHistory(head, part, List.of(), deals, standings, referrals);
        return Pricing.price(
                part.deal(), part.index(), partner, plan, new RetainerHistory(history, part, standings, head.number()));
    }

    /** Returns the head of the chain just before the payment accrued, but without this commission in the yearly cap. */
    private ChainHead asItWas(
            LedgerTransaction closing,
            @Nullable LedgerTransaction recount,
            LedgerTransaction accrual,
            Credited part,
            CommissionPlan plan) {
        ChainHead now = ledger.head(part.partnerId());
        ChainHead then = AccrueRetainers.asOf(now, closing, recount, plan.rule().movesEarlierDeals());
        return new ChainHead(
                then.partnerId(),
                accrual.id().number() - 1,
                accrual.previousHash(),
                then.balances(),
                withoutOwn(then.counters(), accrual, part, plan),
                then.recordedAt());
    }

    private Counters withoutOwn(Counters counters, LedgerTransaction accrual, Credited part, CommissionPlan plan) {
        int year = part.deal().earnedOn().getYear();
        if (!counters.counts(year, plan.code())) {
            return counters;
        }
        return commissions
                .standing(CommissionId.of(Posting.of(accrual).deal()))
                .map(own -> counters.plusEarned(
                        year, plan.code(), own.leftOfEarned().negated()))
                .orElse(counters);
    }
}

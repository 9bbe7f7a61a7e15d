package io.entente.commission.accrual;

import io.entente.commission.accrual.RetainerPayments.Paid;
import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.adjustments.CorrectCommission;
import io.entente.commission.commissions.adjustments.Correction;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.DealFiles;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.pricing.Adjustment;
import io.entente.commission.plans.pricing.Crossing;
import io.entente.commission.plans.pricing.EarlierDeal;
import io.entente.commission.plans.pricing.Outcome.Earned;
import io.entente.commission.plans.pricing.Outcome.NothingDue;
import io.entente.commission.plans.pricing.Outcome.Reason;
import io.entente.commission.plans.pricing.Pricing;
import io.entente.commission.plans.rules.Step;
import io.entente.platform.domain.Actor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.joda.money.Money;

/**
 * Adjusts earlier deals if a deal takes its partner into a higher band of a retroactive rule. Each earlier deal gets
 * an adjustment by the difference. The transaction of the new deal records the partner's figures before it, so if
 * the process crashes in between, the redelivery comes to the same result.
 */
final class MoveEarlierDeals {

    private final PartnerProfiles profiles;
    private final Ledger ledger;
    private final Commissions commissions;
    private final CreditedDeals deals;
    private final DealFiles files;
    private final ClientStandings standings;
    private final SubmittedReferrals referrals;
    private final CorrectCommission correct;

    MoveEarlierDeals(
            PartnerProfiles profiles,
            Ledger ledger,
            Commissions commissions,
            CreditedDeals deals,
            DealFiles files,
            ClientStandings standings,
            SubmittedReferrals referrals,
            CorrectCommission correct) {
        this.profiles = profiles;
        this.ledger = ledger;
        this.commissions = commissions;
        this.deals = deals;
        this.files = files;
        this.standings = standings;
        this.referrals = referrals;
        this.correct = correct;
    }

    /** Adjusts earlier deals after new deals were booked. It reads nothing if no plan is retroactive. */
    void after(Collection<Credited> booked, PlanBook book) {
        booked.forEach(deal -> after(deal, CommissionId.of(deal), book));
    }

    /**
     * Adjusts earlier deals after a payment on a retainer was booked, because a payment can also take a client into
     * a higher band.
     */
    void after(Paid payment, PlanBook book) {
        after(payment.credited(), payment.commissionId(), book);
    }

    private void after(Credited deal, CommissionId id, PlanBook book) {
        profiles.find(deal.partnerId())
                .filter(partner -> book.planFor(partner, deal.deal().closedOn())
                        .filter(plan -> plan.rule().movesEarlierDeals())
                        .isPresent())
                .ifPresent(partner -> ledger.find(Posting.causeOf(id)).ifPresent(booked -> {
                    PartnerHistory before =
                            new PartnerHistory(before(booked), deal, List.of(), deals, standings, referrals);
                    Pricing.crossing(deal.deal(), partner, book, before)
                            .ifPresent(crossing -> move(crossing, deal, book));
                }));
    }

    private void move(Crossing crossing, Credited by, PlanBook book) {
        String client = crossing.scope() == Crossing.Scope.CLIENT ? by.clientKey() : null;
        deals.ofPartner(by.partnerId(), client)
                .filter(earlier -> !earlier.dealId().equals(by.dealId()))
                .forEach(earlier -> {
                    if (earlier.deal().retainer()) {
                        moveRetainer(crossing, by, earlier, book);
                    }
                    ledger.find(Posting.causeOf(CommissionId.of(earlier)))
                            .ifPresent(origin -> move(
                                    crossing,
                                    by,
                                    earlier,
                                    Posting.of(origin),
                                    earned(List.of(CommissionId.of(earlier)), earlier),
                                    book));
                });
    }

    /**
     * Adjusts a retainer. Each of its payments was priced by the difference that it made. This method prices all
     * payments together as one, and books the amount that exceeds what was earned so far on the last payment that
     * may still earn.
     */
    private void moveRetainer(Crossing crossing, Credited by, Credited retainer, PlanBook book) {
        List<CommissionId> ids = new ArrayList<>();
        Posting last = null;
        Credited allPaid = retainer;
        List<CommissionId> paidFor = List.of();
        for (Paid payment : payments(retainer)) {
            ids.add(payment.commissionId());
            Posting posting = ledger.find(Posting.causeOf(payment.commissionId()))
                    .map(Posting::of)
                    .orElse(null);
            if (posting != null && mayStillEarn(posting)) {
                last = posting;
                allPaid = payment.asOne();
                paidFor = List.copyOf(ids);
            }
        }
        if (last != null) {
            move(crossing, by, allPaid, last, earned(paidFor, retainer), book);
        }
    }

    private List<Paid> payments(Credited retainer) {
        return files.find(List.of(retainer.dealId())).stream()
                .flatMap(file -> RetainerPayments.of(file, retainer).stream())
                .toList();
    }

    private static boolean mayStillEarn(Posting posting) {
        return !(posting.outcome() instanceof NothingDue nothing) || nothing.reason() != Reason.TERM_ENDED;
    }

    private Money earned(List<CommissionId> ids, Credited deal) {
        Money zero = Money.zero(deal.deal().basis().getCurrencyUnit());
        return commissions.standings(ids).values().stream()
                .map(Commission::earned)
                .reduce(zero, Money::plus);
    }

    private void move(Crossing crossing, Credited by, Credited earlier, Posting posting, Money earned, PlanBook book) {
        PlanRef pricedBy =
                posting.outcome() instanceof Earned some ? some.plan() : ((NothingDue) posting.outcome()).plan();
        if (pricedBy == null) {
            return;
        }
        Commission standing =
                commissions.standing(CommissionId.of(posting.deal())).orElseGet(() -> opened(posting, pricedBy, book));
        Money earnedThisYear = ledger.head(earlier.partnerId())
                .counters()
                .earned(earlier.deal().earnedOn().getYear(), pricedBy.code(), earned.getCurrencyUnit());
        EarlierDeal asked = new EarlierDeal(
                earlier.deal(),
                earlier.index(),
                pricedBy,
                posting.outcome() instanceof NothingDue nothing ? nothing.reason() : null,
                earned);
        crossing.owed(asked, book, earnedThisYear).ifPresent(owed -> correct.byPlan(standing, correction(owed, by)));
    }

    /** Creates the commission of an earlier deal that earned nothing because no band applied to it. */
    private static Commission opened(Posting nothing, PlanRef pricedBy, PlanBook book) {
        CommissionPlan plan = book.version(pricedBy).orElseThrow();
        return Commission.accrued(
                nothing.deal(), Money.zero(nothing.deal().amount().getCurrencyUnit()), pricedBy, plan.terms());
    }

    private static Correction correction(Adjustment owed, Credited by) {
        return new Correction(
                "tier/" + by.dealId() + (by.deal().payment() ? "/" + by.deal().basis() : ""),
                owed.amount(),
                true,
                owed.reason(),
                Actor.SYSTEM.value(),
                owed.steps().stream().map(Step::sentence).toList());
    }

    private static ChainHead before(LedgerTransaction booked) {
        return new ChainHead(
                booked.partnerId(),
                booked.id().number() - 1,
                booked.previousHash(),
                booked.balances(),
                booked.counters().without(Posting.of(booked).deal()),
                booked.recordedAt());
    }
}

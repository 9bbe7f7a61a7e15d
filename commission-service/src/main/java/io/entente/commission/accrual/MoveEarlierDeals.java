package io.entente.commission.accrual;

import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.Commission;
import io.entente.commission.ledger.Commissions;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.Posting;
import io.entente.commission.lifecycle.CorrectCommission;
import io.entente.commission.lifecycle.Correction;
import io.entente.commission.lifecycle.CreditedDeals;
import io.entente.commission.lifecycle.CreditedDeals.Credited;
import io.entente.commission.lifecycle.SubmittedReferrals;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.plans.Adjustment;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.Crossing;
import io.entente.commission.plans.EarlierDeal;
import io.entente.commission.plans.Outcome.Earned;
import io.entente.commission.plans.Outcome.NothingDue;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.Pricing;
import io.entente.commission.plans.Step;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/**
 * Where a deal takes its partner into a higher band of a rule that counts for earlier deals too, those are owed the
 * difference: an adjustment each, linked to its origin. The deal's own transaction says how the partner stood before it, so
 * a crash in between is made good when the deal is delivered again, with the same result.
 */
@Component
class MoveEarlierDeals {

    private static final String ACTOR = "system";

    private final PartnerProfiles profiles;
    private final Ledger ledger;
    private final Commissions commissions;
    private final CreditedDeals deals;
    private final SubmittedReferrals referrals;
    private final CorrectCommission correct;

    MoveEarlierDeals(
            PartnerProfiles profiles,
            Ledger ledger,
            Commissions commissions,
            CreditedDeals deals,
            SubmittedReferrals referrals,
            CorrectCommission correct) {
        this.profiles = profiles;
        this.ledger = ledger;
        this.commissions = commissions;
        this.deals = deals;
        this.referrals = referrals;
        this.correct = correct;
    }

    /** After deals are booked; costs nothing where no plan moves earlier deals. */
    void after(Collection<Credited> booked, PlanBook book) {
        for (Credited deal : booked) {
            profiles.find(deal.partnerId())
                    .filter(partner -> book.planFor(partner, deal.deal().closedOn())
                            .filter(plan -> plan.rule().movesEarlierDeals())
                            .isPresent())
                    .ifPresent(partner -> after(deal, partner, book));
        }
    }

    private void after(Credited deal, PartnerProfile partner, PlanBook book) {
        Optional<LedgerTransaction> booked = ledger.find(Posting.causeOf(deal.commissionId()));
        if (booked.isEmpty()) {
            return;
        }
        PartnerHistory before = PartnerHistory.of(before(booked.get()), deal, List.of(), deals, referrals);
        Pricing.crossing(deal.deal(), partner, book, before).ifPresent(crossing -> move(crossing, deal, book));
    }

    private void move(Crossing crossing, Credited by, PlanBook book) {
        String client = crossing.scope() == Crossing.Scope.CLIENT ? by.clientKey() : null;
        deals.ofPartner(by.partnerId(), client)
                .filter(earlier -> !earlier.dealId().equals(by.dealId()))
                .forEach(earlier -> move(crossing, by, earlier, book));
    }

    private void move(Crossing crossing, Credited by, Credited earlier, PlanBook book) {
        Optional<LedgerTransaction> origin = ledger.find(Posting.causeOf(earlier.commissionId()));
        if (origin.isEmpty()) {
            return;
        }
        Posting posting = origin.get().posting();
        PlanRef pricedBy =
                posting.outcome() instanceof Earned earned ? earned.plan() : ((NothingDue) posting.outcome()).plan();
        if (pricedBy == null) {
            return;
        }
        Commission standing =
                commissions.standing(earlier.commissionId()).orElseGet(() -> opened(posting, pricedBy, book));
        Money earnedThisYear = ledger.head(earlier.partnerId())
                .counters()
                .earned(
                        earlier.deal().earnedOn().getYear(),
                        pricedBy.code(),
                        earlier.deal().basis().getCurrencyUnit());
        EarlierDeal asked = new EarlierDeal(
                earlier.deal(),
                earlier.index(),
                pricedBy,
                posting.outcome() instanceof NothingDue nothing ? nothing.reason() : null,
                standing.earned());
        crossing.owed(asked, book, earnedThisYear).ifPresent(owed -> correct.byPlan(standing, correction(owed, by)));
    }

    /** An earlier deal that no band was there for has earned nothing so far. */
    private static Commission opened(Posting nothing, PlanRef pricedBy, PlanBook book) {
        CommissionPlan plan = book.version(pricedBy).orElseThrow();
        return Commission.accrued(
                nothing.deal(), Money.zero(nothing.deal().amount().getCurrencyUnit()), pricedBy, plan.terms());
    }

    private static Correction correction(Adjustment owed, Credited by) {
        return new Correction(
                "tier/" + by.dealId(),
                owed.amount(),
                true,
                owed.reason(),
                ACTOR,
                owed.steps().stream().map(Step::sentence).toList());
    }

    private static ChainHead before(LedgerTransaction booked) {
        return new ChainHead(
                booked.partnerId(),
                booked.id().number() - 1,
                booked.previousHash(),
                booked.balances(),
                booked.counters().without(booked.posting().deal()),
                booked.recordedAt());
    }
}

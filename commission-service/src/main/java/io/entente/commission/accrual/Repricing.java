package io.entente.commission.accrual;

import io.entente.commission.commissions.Change;
import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.Draft;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.commissions.Settled;
import io.entente.commission.commissions.Texts;
import io.entente.commission.commissions.amounts.Priced;
import io.entente.commission.commissions.release.Release;
import io.entente.commission.commissions.settlement.Entitlement;
import io.entente.commission.commissions.settlement.KnownFacts;
import io.entente.commission.commissions.settlement.Settlement.Known;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.amendments.CorrectedDeal;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.plans.pricing.PricingResult;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.platform.domain.Actor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Books the difference between what a corrected deal has earned and what it earns by its right details. */
final class Repricing {

    private final CommissionLife life;
    private final KnownFacts facts;
    private final OpenedHolds holds;
    private final ProgramCalendar calendar;

    Repricing(CommissionLife life, KnownFacts facts, OpenedHolds holds, ProgramCalendar calendar) {
        this.life = life;
        this.facts = facts;
        this.holds = holds;
        this.calendar = calendar;
    }

    /**
     * Books the difference once. The released and the clawed back amounts follow from the new amount.
     *
     * @param deal the deal after the correction
     * @param outcome what it earns after the correction
     */
    void book(CorrectedDeal corrected, LedgerTransaction closing, CreditedDeal deal, PricingResult outcome) {
        book(corrected, closing, deal, outcome, null);
    }

    /** @param paid what is kept of a payment on a retainer; null if the deal is no such payment */
    void book(
            CorrectedDeal corrected,
            LedgerTransaction closing,
            CreditedDeal deal,
            PricingResult outcome,
            @Nullable Settled paid) {
        CommissionId id = CommissionId.of(deal);
        life.change(id, () -> opened(deal, outcome), now -> movement(now, corrected, closing, deal, outcome, paid));
        if (outcome instanceof Earned && !(Posting.of(closing).outcome() instanceof Earned)) {
            holds.put(deal);
        }
        life.change(id, now -> Release.due(now, calendar.today(), Actor.SYSTEM.value()))
                .ifPresent(facts::takeBackNote);
    }

    /** The commission of a deal that earned nothing before; empty if it still earns nothing. */
    private static Optional<Commission> opened(CreditedDeal deal, PricingResult outcome) {
        return outcome instanceof Earned earned
                ? Optional.of(Commission.accrued(
                        deal, Money.zero(earned.amount().getCurrencyUnit()), earned.plan(), earned.terms()))
                : Optional.empty();
    }

    private Optional<Movement> movement(
            Commission before,
            CorrectedDeal corrected,
            LedgerTransaction closing,
            CreditedDeal deal,
            PricingResult outcome,
            @Nullable Settled paid) {
        if (before.corrections().contains(corrected.id())) {
            return Optional.empty();
        }
        Money earns = outcome instanceof Earned earned ? earned.amount() : before.zero();
        Money difference = before.isRefused() ? before.zero() : earns.minus(before.earned());
        Draft draft = outcome instanceof Earned earned
                ? Draft.of(before)
                        .repriced(deal, earned.plan(), earned.terms(), new Priced(earned.rule(), earned.rate()))
                : Draft.of(before).repriced(deal, before.plan(), before.terms(), before.priced());
        Draft repriced = draft.corrected(difference, corrected.id());
        Known known =
                facts.of(repriced.commission(), paid == null ? before.settled().on(deal.basis()) : paid);
        Commission after = Entitlement.due(repriced, known, calendar.today(), LocalDate.MIN)
                .commission();
        Money changed = after.net().minus(before.net());
        if (difference.isZero()
                && deal.equals(before.deal())
                && after.portions().equals(before.portions())) {
            return Optional.empty();
        }
        return Optional.of(Change.of(before, kind(before, after, changed), corrected.actor())
                .about(changed)
                .because(corrected.because())
                .explained(
                        before.isRefused()
                                ? refused(before, corrected)
                                : explanation(before, corrected, closing, outcome, earns, difference))
                .to(after));
    }

    /** A correction that changes no amount of the commission isn't told, so the partner hears of it by the correction alone. */
    private static TransactionKind kind(Commission before, Commission after, Money changed) {
        if (!changed.isZero()) {
            return TransactionKind.ADJUSTED;
        }
        return after.refundedRevenue().isEqual(before.refundedRevenue())
                ? TransactionKind.SCHEDULED
                : TransactionKind.REFUND_NOTED;
    }

    private static List<String> refused(Commission before, CorrectedDeal corrected) {
        return List.of(
                cause(before, corrected),
                "A person has refused its commission as a self-referral, so it earns nothing whatever its details are.");
    }

    private static String cause(Commission before, CorrectedDeal corrected) {
        return "Deal %s was corrected (correction %d): %s. %s"
                .formatted(
                        before.deal().dealId(),
                        corrected.number(),
                        corrected.what(),
                        corrected.because().words());
    }

    private static List<String> explanation(
            Commission before,
            CorrectedDeal corrected,
            LedgerTransaction closing,
            PricingResult outcome,
            Money earns,
            Money difference) {
        List<String> steps = new ArrayList<>();
        steps.add(cause(before, corrected));
        steps.add("It was booked by ledger transaction %s and had earned %s."
                .formatted(closing.id(), Texts.money(before.earned())));
        steps.addAll(outcome.explanation());
        steps.add("With the right details it earns %s. The difference is %s."
                .formatted(Texts.money(earns), Texts.money(difference)));
        return steps;
    }
}

package io.entente.commission.accrual;

import io.entente.commission.commissions.Change;
import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.Draft;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Opening;
import io.entente.commission.commissions.Portion;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.commissions.Settled;
import io.entente.commission.commissions.amounts.Priced;
import io.entente.commission.commissions.settlement.Entitlement;
import io.entente.commission.commissions.settlement.KnownFacts;
import io.entente.commission.commissions.settlement.SettleDeals;
import io.entente.commission.commissions.settlement.Settlement.Known;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.rules.Because;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Opens the commission of a deal or a payment that earned nothing when it was booked. The ledger is never edited, so what it earns is an
 * adjustment that is linked to the transaction which found nothing due. Repeating it changes nothing.
 */
final class PriceLater {

    private final PastPricing pricing;
    private final CommissionLife life;
    private final SettleDeals settling;
    private final KnownFacts facts;
    private final ProgramCalendar calendar;

    PriceLater(
            PastPricing pricing,
            CommissionLife life,
            SettleDeals settling,
            KnownFacts facts,
            ProgramCalendar calendar) {
        this.pricing = pricing;
        this.life = life;
        this.settling = settling;
        this.facts = facts;
        this.calendar = calendar;
    }

    /**
     * Why a deal is priced later.
     *
     * @param correction identifies the change among the corrections of each commission
     * @param steps what comes before the steps of pricing in the explanation
     */
    record Why(String correction, Because because, List<String> steps, String actor) {

        private List<String> then(List<String> pricing) {
            List<String> all = new ArrayList<>(steps);
            all.addAll(pricing);
            return List.copyOf(all);
        }
    }

    /** Whether a commission was priced by this change, or by another one before, or can't be priced at all. */
    static boolean isPriced(Commission now, String correction) {
        return now.isRefused()
                || now.corrections().contains(correction)
                || !now.earned().isZero();
    }

    void open(LedgerTransaction booked, Credited credited, Earned earned, PlanBook book, Why why) {
        Posting posting = Posting.of(booked);
        Commission opened = Commission.of(Opening.of(new Posting(posting.deal(), earned), List.of()));
        Commission nothing = Commission.accrued(
                posting.deal(), Money.zero(earned.amount().getCurrencyUnit()), earned.plan(), earned.terms());
        Settled settled = pricing.settled(credited, posting.deal()).orElse(nothing.settled());
        life.change(opened.id(), () -> Optional.of(nothing), now -> {
                    if (isPriced(now, why.correction())) {
                        return Optional.empty();
                    }
                    Commission after = now.revision() == 1
                            ? opened(now, earned, settled, opened.portions(), why)
                            : again(now, earned, settled, why);
                    Movement movement = Change.of(now, TransactionKind.ADJUSTED, why.actor())
                            .about(after.net().minus(now.net()))
                            .because(why.because())
                            .explained(why.then(earned.explanation()))
                            .to(after);
                    return Optional.of(isCapped(earned.plan(), book) ? movement.underYearlyCap() : movement);
                })
                .ifPresent(settling::takeBackNote);
    }

    private static Commission opened(
            Commission nothing, Earned earned, Settled settled, List<Portion> portions, Why why) {
        return Draft.of(nothing)
                .corrected(earned.amount(), why.correction())
                .priced(new Priced(earned.rule(), earned.rate()))
                .settled(settled, nothing.clawedBack())
                .portions(portions)
                .commission();
    }

    /** A commission that earned something before a correction had left it without a plan keeps what payouts have of it. */
    private Commission again(Commission now, Earned earned, Settled settled, Why why) {
        Draft draft = Draft.of(now)
                .repriced(now.deal(), earned.plan(), earned.terms(), new Priced(earned.rule(), earned.rate()))
                .corrected(earned.amount(), why.correction());
        Known known = facts.of(draft.commission(), now.deal().payment() == null ? now.settled() : settled);
        return Entitlement.due(draft, known, calendar.today(), LocalDate.MIN).commission();
    }

    /** Opens the commission of a payment that earns nothing as long as so little of it is kept, so that it can earn later. */
    void openWithNothing(LedgerTransaction booked, Credited credited, NothingDue nothing, PlanBook book, Why why) {
        CreditedDeal payment = Posting.of(booked).deal();
        CommissionPlan plan = Optional.ofNullable(nothing.plan())
                .flatMap(book::version)
                .orElseThrow(() -> new IllegalStateException(
                        "A plan must price payment %s of deal %s".formatted(payment.payment(), payment.dealId())));
        Commission opened =
                Commission.accrued(payment, Money.zero(payment.amount().getCurrencyUnit()), plan.ref(), plan.terms());
        Settled settled = pricing.settled(credited, payment).orElse(opened.settled());
        life.change(opened.id(), () -> Optional.of(opened), now -> {
                    if (now.isRefused() || now.corrections().contains(why.correction())) {
                        return Optional.empty();
                    }
                    Movement movement = Change.of(now, TransactionKind.SCHEDULED, why.actor())
                            .because(why.because())
                            .explained(why.then(nothing.explanation()))
                            .to(Draft.of(now)
                                    .corrected(now.zero(), why.correction())
                                    .settled(settled, now.clawedBack())
                                    .commission());
                    return Optional.of(isCapped(plan.ref(), book) ? movement.underYearlyCap() : movement);
                })
                .ifPresent(settling::takeBackNote);
    }

    private static boolean isCapped(PlanRef ref, PlanBook book) {
        return book.version(ref).filter(plan -> plan.limits().perYear() != null).isPresent();
    }
}

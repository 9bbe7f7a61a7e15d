package io.entente.commission.accrual;

import io.entente.commission.accrual.retainers.Lift;
import io.entente.commission.accrual.retainers.Paid;
import io.entente.commission.accrual.retainers.RetainerPayments;
import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.adjustments.CorrectCommission;
import io.entente.commission.commissions.adjustments.Correction;
import io.entente.commission.commissions.amounts.Priced;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.DealFiles;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.pricing.Adjustment;
import io.entente.commission.plans.pricing.Crossing;
import io.entente.commission.plans.pricing.EarlierDeal;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import io.entente.commission.plans.rules.Step;
import io.entente.platform.domain.Actor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Adjusts retainers if another deal takes their partner into another band of a retroactive rule. The amounts kept of all payments are
 * priced together as one, and the difference to what is left of their commissions is divided among them: each payment gets what it
 * adds to those before it. A refund therefore takes back what was added to the payments that it is taken from, and nothing else. The
 * latest payment announces the whole amount.
 */
final class RetainerLifts {

    private final Ledger ledger;
    private final Commissions commissions;
    private final DealFiles files;
    private final CorrectCommission correct;

    RetainerLifts(Ledger ledger, Commissions commissions, DealFiles files, CorrectCommission correct) {
        this.ledger = ledger;
        this.commissions = commissions;
        this.files = files;
        this.correct = correct;
    }

    /** @param correction identifies the change among the corrections of each commission */
    void move(Crossing crossing, String correction, Credited retainer, PlanBook book) {
        Money earned = Money.zero(retainer.deal().basis().getCurrencyUnit());
        List<Bearer> bearers = new ArrayList<>();
        for (Paid payment : payments(retainer)) {
            Commission known = commissions.standing(payment.commissionId()).orElse(null);
            earned = known == null ? earned : earned.plus(known.leftOfEarned());
            bearer(payment, known, book).ifPresent(bearers::add);
        }
        if (bearers.isEmpty()) {
            return;
        }
        Bearer latest = bearers.get(bearers.size() - 1);
        List<Money> parts = parts(crossing, bearers, book);
        Money sum = parts.stream().reduce(Money.zero(earned.getCurrencyUnit()), Money::plus);
        Optional<Adjustment> owed = owed(crossing, latest, earned, book);
        if (owed.isPresent()) {
            boolean fit = sum.isEqual(owed.get().amount());
            share(
                    owed.get(),
                    fit ? parts : inProportion(owed.get().amount(), correction, bearers),
                    correction,
                    bearers);
        } else if (sum.isZero() && crossing.concerns(latest.asOne(earned), book)) {
            // The sum is the same, but another rate rounds the parts in other places. A refund takes them as they are
            // now.
            share(nothing(crossing, earned), parts, correction, bearers);
        }
    }

    private static Adjustment nothing(Crossing crossing, Money earned) {
        Money none = Money.zero(earned.getCurrencyUnit());
        return new Adjustment(none, earned, "", null, crossing.reason(), List.of());
    }

    private List<Paid> payments(Credited retainer) {
        return files.find(List.of(retainer.dealId())).stream()
                .flatMap(file -> RetainerPayments.of(file, retainer).stream())
                .toList();
    }

    /** A payment that may still earn and of which something is kept, with its commission. */
    private Optional<Bearer> bearer(Paid payment, @Nullable Commission known, PlanBook book) {
        if ((known != null && known.isRefused())
                || !payment.isEngaged()
                || !payment.kept().isPositive()) {
            return Optional.empty();
        }
        return ledger.find(Posting.causeOf(payment.commissionId()))
                .map(Posting::of)
                .filter(posting -> known != null || mayStillEarn(posting))
                .flatMap(posting -> known == null
                        ? opened(posting, book).map(opening -> new Bearer(payment, opening, reason(posting)))
                        : Optional.of(new Bearer(payment, known, null)));
    }

    private static boolean mayStillEarn(Posting posting) {
        Reason reason = reason(posting);
        return reason != Reason.TERM_ENDED
                && reason != Reason.OUTSIDE_ENGAGEMENT
                && reason != Reason.SELF_REFERRAL_REFUSED;
    }

    private static @Nullable Reason reason(Posting posting) {
        return posting.outcome() instanceof NothingDue nothing ? nothing.reason() : null;
    }

    private static Optional<Commission> opened(Posting posting, PlanBook book) {
        PlanRef pricedBy = RecountDeals.planOf(posting);
        return pricedBy == null ? Optional.empty() : Optional.of(MoveEarlierDeals.opened(posting, pricedBy, book));
    }

    private Optional<Adjustment> owed(Crossing crossing, Bearer latest, Money earned, PlanBook book) {
        EarlierDeal asked = latest.asOne(earned);
        Money earnedThisYear = ledger.head(latest.standing().partnerId())
                .counters()
                .earned(
                        asked.deal().earnedOn().getYear(),
                        latest.standing().plan().code(),
                        earned.getCurrencyUnit());
        return crossing.owed(asked, book, earnedThisYear);
    }

    /** Returns what each payment adds to those before it with the history reached now, beyond what is left of it. */
    private static List<Money> parts(Crossing crossing, List<Bearer> bearers, PlanBook book) {
        List<Money> parts = new ArrayList<>();
        Money none = Money.zero(bearers.get(0).payment().kept().getCurrencyUnit());
        Money before = none;
        for (Bearer bearer : bearers) {
            Money until = crossing.price(bearer.asOne(none), book).orElse(before);
            parts.add(until.minus(before).minus(bearer.standing().leftOfEarned()));
            before = until;
        }
        return parts;
    }

    /**
     * Divides an amount in proportion to what is kept of each payment, if a cap per year or other payments in between keep the parts from
     * adding up to it. Payments that have their part already are left out.
     */
    private static List<Money> inProportion(Money amount, String correction, List<Bearer> bearers) {
        List<Paid> open = bearers.stream()
                .filter(bearer -> !bearer.has(correction))
                .map(Bearer::payment)
                .toList();
        Iterator<Money> parts = Lift.split(amount, open).iterator();
        return bearers.stream()
                .map(bearer -> bearer.has(correction) ? Money.zero(amount.getCurrencyUnit()) : parts.next())
                .toList();
    }

    /** Books the parts. A payment that has its part already, because a crash came in between, gets no other. */
    private void share(Adjustment owed, List<Money> parts, String correction, List<Bearer> bearers) {
        int latest = bearers.size() - 1;
        for (int i = latest; i >= 0; i--) {
            Bearer bearer = bearers.get(i);
            boolean announces = i == latest && !owed.amount().isZero();
            if (parts.get(i).isZero() && !announces) {
                continue;
            }
            correct.byPlan(
                    bearer.standing(),
                    new Correction(
                            correction,
                            bearer.more(parts.get(i)),
                            true,
                            owed.reason(),
                            Actor.SYSTEM.value(),
                            owed.steps().stream().map(Step::sentence).toList(),
                            announces ? owed.amount() : null,
                            owed.amount().isZero() ? null : new Priced(owed.rule(), owed.rate())));
        }
    }

    /**
     * A payment that gets a part.
     *
     * @param standing its commission; one that earned nothing so far if it has none
     * @param nothingBecause why it has none
     */
    private record Bearer(Paid payment, Commission standing, @Nullable Reason nothingBecause) {

        /** Returns by how much more the payment must earn, so that an amount more is left of it. */
        Money more(Money part) {
            Money left = standing.leftOfEarned().plus(part);
            return Lift.beforeRefund(left, payment).minus(standing.earned());
        }

        boolean has(String correction) {
            return standing.corrections().contains(correction);
        }

        /** This payment and what is kept of all earlier ones, as if they were one. */
        EarlierDeal asOne(Money earned) {
            Credited whole = payment.asOne();
            return new EarlierDeal(whole.deal(), whole.index(), standing.plan(), nothingBecause, earned);
        }
    }
}

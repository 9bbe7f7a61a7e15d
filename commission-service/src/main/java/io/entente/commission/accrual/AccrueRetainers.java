package io.entente.commission.accrual;

import io.entente.commission.accrual.retainers.Effect;
import io.entente.commission.accrual.retainers.Paid;
import io.entente.commission.accrual.retainers.RetainerPayments;
import io.entente.commission.accrual.standings.ClientStandings;
import io.entente.commission.accrual.standings.RetainerHistory;
import io.entente.commission.accrual.unpriced.UnpricedDeals;
import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.Draft;
import io.entente.commission.commissions.Hold;
import io.entente.commission.commissions.Opening;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.Settled;
import io.entente.commission.commissions.recount.Counted;
import io.entente.commission.commissions.recount.Recounts;
import io.entente.commission.commissions.release.Compliance;
import io.entente.commission.commissions.selfreferral.SelfReferrals;
import io.entente.commission.commissions.settlement.RetainerAccruals;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.CreditedDeal.RetainerPayment;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFile;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.Counters;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanBooks;
import io.entente.commission.plans.inputs.Apportionment;
import io.entente.commission.plans.inputs.Credit;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.History;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.pricing.Pricing;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.platform.events.consume.NotYetException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Accrues a retainer when its client pays. Each payment earns a commission of its own. It is priced as the difference that
 * it makes to what the firm keeps of the earlier payments, by the plan that was in force when the deal closed. A refund
 * changes the commission of the latest payment, and of earlier ones only if the latest is not enough. The facts are booked
 * in the order in which they were recorded, so only those after the last booked one are read. See
 * {@code docs/adr/0022-commission-follows-the-money-kept.md}.
 */
final class AccrueRetainers implements RetainerAccruals {

    private final PartnerProfiles profiles;
    private final PlanBooks books;
    private final Ledger ledger;
    private final RetainerChanges changes;
    private final CreditedDeals deals;
    private final ClientStandings standings;
    private final SubmittedReferrals referrals;
    private final Compliance compliance;
    private final SelfReferrals selfReferrals;
    private final CommissionLife life;
    private final MoveEarlierDeals earlierDeals;
    private final Recounts recounts;
    private final UnpricedDeals unpriced;

    AccrueRetainers(
            PartnerProfiles profiles,
            PlanBooks books,
            Ledger ledger,
            RetainerChanges changes,
            CreditedDeals deals,
            ClientStandings standings,
            SubmittedReferrals referrals,
            Compliance compliance,
            SelfReferrals selfReferrals,
            CommissionLife life,
            MoveEarlierDeals earlierDeals,
            Recounts recounts,
            UnpricedDeals unpriced) {
        this.profiles = profiles;
        this.books = books;
        this.ledger = ledger;
        this.changes = changes;
        this.deals = deals;
        this.standings = standings;
        this.referrals = referrals;
        this.compliance = compliance;
        this.selfReferrals = selfReferrals;
        this.life = life;
        this.earlierDeals = earlierDeals;
        this.recounts = recounts;
        this.unpriced = unpriced;
    }

    @Override
    public void accrue(DealFile file, List<Credited> credited) {
        for (Credited part : credited) {
            // A partner without a closing transaction follows as soon as its closing is booked.
            ledger.find(Posting.causeOf(CommissionId.of(part))).ifPresent(closing -> accrue(file, part, closing));
        }
    }

    private void accrue(DealFile file, Credited part, LedgerTransaction closing) {
        List<Effect> effects = RetainerPayments.effects(file, part);
        int booked = booked(effects);
        for (Effect effect : effects.subList(booked, effects.size())) {
            if (effect.isPayment()) {
                accrue(effect, closing);
                follow(effect);
            } else {
                changes.book(effect, closing);
            }
        }
        if (booked == effects.size()) {
            // The last payment is repeated even if it was booked, because a crash may have come before its follow-up.
            effects.stream()
                    .filter(Effect::isPayment)
                    .reduce((earlier, later) -> later)
                    .ifPresent(this::follow);
        }
    }

    private void follow(Effect payment) {
        Paid paid = payment.payment();
        if (paid.kept().isLessThan(paid.fact().amount())) {
            changes.noteLoss(payment);
        }
        earlierDeals.after(paid, books.inForce());
    }

    /** Returns how many facts are booked. They are booked in order, so everything before a booked one is booked, too. */
    private int booked(List<Effect> effects) {
        int booked = effects.size();
        while (booked > 0 && !isBooked(effects.get(booked - 1))) {
            booked--;
        }
        return booked;
    }

    private boolean isBooked(Effect effect) {
        return effect.isPayment()
                ? ledger.find(Posting.causeOf(effect.payment().commissionId())).isPresent()
                : changes.isBooked(effect);
    }

    private void accrue(Effect effect, LedgerTransaction closing) {
        Paid paidNow = effect.payment();
        DealFact payment = paidNow.fact();
        Credited part = paidNow.credited();
        PartnerProfile partner = profiles.find(part.partnerId())
                .orElseThrow(() -> new NotYetException("the profile of partner " + part.partnerId()));
        PlanBook book = books.inForce();
        PricedDeal deal = part.deal();
        boolean countsBack = book.planFor(partner, deal.closedOn())
                .filter(plan -> plan.rule().movesEarlierDeals())
                .isPresent();
        List<Fraction> shares = deal.credit().stream().map(Credit::share).toList();
        LedgerTransaction recount = recounts.last(CommissionId.of(part)).orElse(null);
        CreditedDeal paid = retainer(closing, recount)
                .paid(
                        new RetainerPayment(payment.id(), payment.amount(), payment.on()),
                        Apportionment.split(payment.amount(), shares).get(part.index()));
        ledger.append(part.partnerId(), head -> {
            PartnerHistory history = new PartnerHistory(
                    asOf(head, closing, recount, countsBack), part, List.of(), deals, standings, referrals);
            Posting priced = Postings.posting(
                    paid,
                    paidNow.isEngaged()
                            ? Pricing.price(deal, part.index(), partner, book, exact(history, part, head))
                            : paidNow.outside(),
                    book);
            Posting earning = Postings.unlessRefused(priced, partner, selfReferrals);
            Posting posting = settled(Opening.of(earning, holds(earning, partner)), paidNow.settled(effect.number()));
            unpriced.note(List.of(posting));
            Commission opening = posting.opening();
            if (opening != null) {
                life.indexOpenings(List.of(opening));
            }
            return Optional.of(posting);
        });
    }

    /** If a retainer has several partners, what was refunded of it is known by rounded parts alone, so it is left out of the client's revenue. */
    private History exact(PartnerHistory history, Credited part, ChainHead head) {
        return part.deal().credit().size() == 1
                ? history
                : new RetainerHistory(history, part, standings, head.number());
    }

    private static Posting settled(Posting posting, Settled settled) {
        boolean isWhole = settled.kept().isEqual(posting.deal().basis());
        if (!(posting.outcome() instanceof Earned) || (posting.opening() == null && isWhole)) {
            return posting;
        }
        Commission opening = Commission.of(posting);
        return posting.opened(
                Draft.of(opening).settled(settled, opening.clawedBack()).commission());
    }

    /** Returns the retainer with its present details, if they were corrected. */
    private static CreditedDeal retainer(LedgerTransaction closing, @Nullable LedgerTransaction recount) {
        return recount == null ? deal(closing) : Recounts.of(recount).deal();
    }

    private List<Hold> holds(Posting earning, PartnerProfile partner) {
        if (!(earning.outcome() instanceof Earned)) {
            return List.of();
        }
        CreditedDeal deal = earning.deal();
        return Stream.of(compliance.holdFor(deal.referralId(), deal.dealId()), selfReferrals.holdFor(deal, partner))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Returns the current head, except that the deal keeps its ordinal in the year. That is the ordinal at its
     * closing or, if the tiers count for all deals of the year, the number of deals so far.
     *
     * @param recount the last recount of the deal; null if it counts as it was booked
     */
    static ChainHead asOf(
            ChainHead head, LedgerTransaction closing, @Nullable LedgerTransaction recount, boolean countsBack) {
        Counters now = head.counters();
        Counters others = countsBack
                ? without(now, closing, recount)
                : Posting.of(closing).uncounted(closing.counters());
        return new ChainHead(
                head.partnerId(),
                head.number(),
                head.hash(),
                head.balances(),
                new Counters(others.dealsByYear(), now.revenue(), now.earned(), others.uncounted(), now.takenBack()),
                head.recordedAt());
    }

    private static Counters without(Counters now, LedgerTransaction closing, @Nullable LedgerTransaction recount) {
        if (recount == null) {
            return Posting.of(closing).uncounted(now);
        }
        Counted counted = Recounts.of(recount).after();
        return now.plusDeals(counted.closedOn().getYear(), counted.isDeal() ? -1 : 0, counted.counts());
    }

    private static CreditedDeal deal(LedgerTransaction closing) {
        return Posting.of(closing).deal();
    }
}

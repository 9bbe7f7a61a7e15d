package io.entente.commission.accrual;

import io.entente.commission.accrual.retainers.Paid;
import io.entente.commission.accrual.standings.ClientStandings;
import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.Texts;
import io.entente.commission.commissions.adjustments.CorrectCommission;
import io.entente.commission.commissions.adjustments.Correction;
import io.entente.commission.commissions.amounts.Priced;
import io.entente.commission.commissions.recount.Counted;
import io.entente.commission.commissions.recount.Recount;
import io.entente.commission.commissions.recount.Recounts;
import io.entente.commission.commissions.settlement.KeptRevenue;
import io.entente.commission.deals.CreditedDeal.RetainerPayment;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFile;
import io.entente.commission.deals.DealFiles;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanBooks;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.pricing.Adjustment;
import io.entente.commission.plans.pricing.Crossing;
import io.entente.commission.plans.pricing.EarlierDeal;
import io.entente.commission.plans.pricing.Pricing;
import io.entente.commission.plans.pricing.Pricing.Standing;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.rules.Because;
import io.entente.commission.plans.rules.Because.Code;
import io.entente.commission.plans.rules.LifetimeValueTiers;
import io.entente.commission.plans.rules.Step;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Adjusts earlier deals if a deal takes its partner into a higher band of a retroactive rule. Each earlier deal gets
 * an adjustment by the difference. The transaction of the new deal records the partner's figures before it, so if
 * the process crashes in between, the redelivery comes to the same result.
 */
final class MoveEarlierDeals implements KeptRevenue {

    private final PartnerProfiles profiles;
    private final PlanBooks books;
    private final Ledger ledger;
    private final Commissions commissions;
    private final CreditedDeals deals;
    private final ClientStandings standings;
    private final SubmittedReferrals referrals;
    private final CorrectCommission correct;
    private final RetainerLifts retainers;

    MoveEarlierDeals(
            PartnerProfiles profiles,
            PlanBooks books,
            Ledger ledger,
            Commissions commissions,
            CreditedDeals deals,
            DealFiles files,
            ClientStandings standings,
            SubmittedReferrals referrals,
            CorrectCommission correct) {
        this.profiles = profiles;
        this.books = books;
        this.ledger = ledger;
        this.commissions = commissions;
        this.deals = deals;
        this.standings = standings;
        this.referrals = referrals;
        this.correct = correct;
        this.retainers = new RetainerLifts(ledger, commissions, files, correct);
    }

    /** Adjusts earlier deals after new deals were booked. It reads nothing if no plan is retroactive. */
    void after(Collection<Credited> booked, PlanBook book) {
        booked.forEach(deal -> after(deal, CommissionId.of(deal), "tier/" + deal.dealId(), book));
    }

    /**
     * Adjusts earlier deals after a payment on a retainer was booked, because a payment can also take a client into
     * a higher band.
     */
    void after(Paid payment, PlanBook book) {
        String correction =
                "tier/" + payment.closing().dealId() + "/" + payment.fact().id();
        after(payment.credited(), payment.commissionId(), correction, book);
    }

    private void after(Credited deal, CommissionId id, String correction, PlanBook book) {
        profiles.find(deal.partnerId())
                .filter(partner -> book.planFor(partner, deal.deal().closedOn())
                        .filter(plan -> plan.rule().movesEarlierDeals())
                        .isPresent())
                .ifPresent(partner -> ledger.find(Posting.causeOf(id))
                        .filter(found -> Posting.of(found).isRevenue())
                        .ifPresent(booked -> {
                            PartnerHistory before =
                                    new PartnerHistory(before(booked), deal, List.of(), deals, standings, referrals);
                            Pricing.crossing(deal.deal(), deal.index(), partner, book, before)
                                    .filter(crossing -> isStillReached(crossing, deal))
                                    .ifPresent(crossing -> move(
                                            crossing,
                                            deal.partnerId(),
                                            new Cause(deal.dealId(), deal.clientKey(), correction),
                                            book));
                        }));
    }

    /**
     * The deal that moved the standing. It doesn't move itself.
     *
     * @param correction identifies the change among the corrections of each other deal
     */
    private record Cause(String dealId, String clientKey, String correction) {}

    /** Adjusts other deals after a deal or a payment was corrected or reversed, if this moved the standing that they are priced by. */
    void afterRecount(LedgerTransaction transaction, PlanBook book) {
        Recount recount = Recounts.of(transaction);
        PartnerProfile partner = profiles.find(recount.partnerId()).orElse(null);
        if (partner == null) {
            return;
        }
        Counted was = recount.before();
        Counted is = recount.after();
        RetainerPayment payment = recount.deal().payment();
        String id = "tier/%s/%s%s"
                .formatted(recount.deal().dealId(), payment == null ? "" : payment.paymentId() + "/", recount.change());
        if (was.closedOn().getYear() != is.closedOn().getYear()) {
            moved(
                    transaction,
                    partner,
                    was.closedOn(),
                    was.weight().negate(),
                    id + "/" + was.closedOn().getYear(),
                    book);
            moved(transaction, partner, is.closedOn(), is.weight(), id, book);
        } else {
            moved(transaction, partner, is.closedOn(), is.weight().subtract(was.weight()), id, book);
        }
    }

    /** @param more by how much more the deals of the year of the given day count for tiers */
    private void moved(
            LedgerTransaction transaction,
            PartnerProfile partner,
            LocalDate day,
            BigDecimal more,
            String correction,
            PlanBook book) {
        Recount recount = Recounts.of(transaction);
        CommissionPlan plan = book.planFor(partner, day)
                .filter(found -> found.rule().movesEarlierDeals())
                .orElse(null);
        if (plan == null) {
            return;
        }
        String client = recount.deal().client().key();
        BigDecimal deals = transaction.counters().counted(day.getYear());
        Money revenue = standings.revenue(
                partner.id(),
                client,
                recount.after().basis().getCurrencyUnit(),
                transaction.id().number());
        Money before =
                revenue.minus(recount.after().basis()).plus(recount.before().basis());
        Pricing.standingMoved(
                        plan,
                        day,
                        new Standing(deals.subtract(more), before),
                        new Standing(deals, revenue),
                        reason(recount, day, deals))
                .filter(crossing -> isStillReached(crossing, partner.id(), client))
                .ifPresent(crossing ->
                        move(crossing, partner.id(), new Cause(recount.deal().dealId(), client, correction), book));
    }

    /**
     * Brings all deals of a client to the rate of what the firm keeps of them, after something of a deal was refunded or credited, or that
     * was undone. The deal itself is one of them.
     */
    @Override
    public void settled(DealFile file, List<Credited> credited) {
        if (file.facts().stream().allMatch(fact -> fact.kind() == DealFact.Kind.PAYMENT)) {
            return;
        }
        PlanBook book = books.inForce();
        for (Credited part : credited) {
            profiles.find(part.partnerId())
                    .flatMap(partner -> book.planFor(partner, part.deal().closedOn()))
                    .filter(plan -> plan.rule() instanceof LifetimeValueTiers
                            && plan.rule().movesEarlierDeals())
                    .ifPresent(plan -> bringToKept(
                            part,
                            plan,
                            "kept/%s/%d".formatted(part.dealId(), file.facts().size()),
                            book));
        }
    }

    private void bringToKept(Credited part, CommissionPlan plan, String correction, PlanBook book) {
        CurrencyUnit currency = part.deal().basis().getCurrencyUnit();
        Money revenue = standings.revenue(
                part.partnerId(),
                part.clientKey(),
                currency,
                ledger.head(part.partnerId()).number());
        Because reason = Because.of(
                Code.CLIENT_TIER_KEPT,
                "The firm keeps %s of the client's deals, so the rate of this amount applies to them."
                        .formatted(Texts.money(revenue)),
                Texts.money(revenue));
        Pricing.atRevenue(plan, revenue, reason)
                .forEach(crossing ->
                        move(crossing, part.partnerId(), new Cause("", part.clientKey(), correction), book));
    }

    private boolean isStillReached(Crossing crossing, Credited deal) {
        return isStillReached(crossing, deal.partnerId(), deal.clientKey());
    }

    /**
     * Whether the partner has not gone back over the tier since. If an event is delivered again after that, deals that
     * were priced later must not move.
     */
    private boolean isStillReached(Crossing crossing, PartnerId partner, String client) {
        ChainHead head = ledger.head(partner);
        if (crossing.scope() == Crossing.Scope.PARTNER) {
            return crossing.isReachedBy(head.counters().counted(crossing.to().getYear()));
        }
        CurrencyUnit currency = crossing.standing().clientRevenue().getCurrencyUnit();
        return crossing.isReachedBy(standings.revenue(partner, client, currency, head.number()));
    }

    private static Because reason(Recount recount, LocalDate day, BigDecimal deals) {
        String deal = recount.deal().dealId();
        String words = "Deal %s was %s, so another rate applies: the partner has %s in %d."
                .formatted(deal, recount.what(), Quantity.of(deals, "won deal"), day.getYear());
        Code code =
                recount.refused() ? Code.TIER_REFUSED : recount.reversed() ? Code.TIER_REVERSED : Code.TIER_CORRECTED;
        return Because.of(code, words, deal, deals.stripTrailingZeros().toPlainString(), day.getYear());
    }

    private void move(Crossing crossing, PartnerId partner, Cause by, PlanBook book) {
        String client = crossing.scope() == Crossing.Scope.CLIENT ? by.clientKey() : null;
        deals.ofPartner(partner, client)
                .filter(earlier -> earlier.counts() && !earlier.dealId().equals(by.dealId()))
                .forEach(earlier -> {
                    if (earlier.deal().retainer()) {
                        retainers.move(crossing, by.correction(), earlier, book);
                    }
                    ledger.find(Posting.causeOf(CommissionId.of(earlier)))
                            .ifPresent(origin -> move(crossing, by, earlier, Posting.of(origin), book));
                });
    }

    private void move(Crossing crossing, Cause by, Credited earlier, Posting posting, PlanBook book) {
        Commission known = commissions.standing(CommissionId.of(posting.deal())).orElse(null);
        PlanRef pricedBy = known == null ? RecountDeals.planOf(posting) : known.plan();
        if (pricedBy == null) {
            return;
        }
        Commission standing = known == null ? opened(posting, pricedBy, book) : known;
        Money earned = standing.earned();
        Money earnedThisYear = ledger.head(earlier.partnerId())
                .counters()
                .earned(earlier.deal().earnedOn().getYear(), pricedBy.code(), earned.getCurrencyUnit());
        EarlierDeal asked = new EarlierDeal(
                earlier.deal(),
                earlier.index(),
                pricedBy,
                known == null && posting.outcome() instanceof NothingDue nothing ? nothing.reason() : null,
                earned);
        crossing.owed(asked, book, earnedThisYear).ifPresent(owed -> correct.byPlan(standing, correction(owed, by)));
    }

    /** Creates the commission of an earlier deal that earned nothing because no band applied to it. */
    static Commission opened(Posting nothing, PlanRef pricedBy, PlanBook book) {
        CommissionPlan plan = book.version(pricedBy).orElseThrow();
        return Commission.accrued(
                nothing.deal(), Money.zero(nothing.deal().amount().getCurrencyUnit()), pricedBy, plan.terms());
    }

    private static Correction correction(Adjustment owed, Cause by) {
        return new Correction(
                by.correction(),
                owed.amount(),
                true,
                owed.reason(),
                Actor.SYSTEM.value(),
                owed.steps().stream().map(Step::sentence).toList(),
                owed.amount(),
                new Priced(owed.rule(), owed.rate()));
    }

    static ChainHead before(LedgerTransaction booked) {
        return new ChainHead(
                booked.partnerId(),
                booked.id().number() - 1,
                booked.previousHash(),
                booked.balances(),
                Posting.of(booked).uncounted(booked.counters()),
                booked.recordedAt());
    }
}

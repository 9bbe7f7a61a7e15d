package io.entente.commission.accrual;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.recount.Counted;
import io.entente.commission.commissions.recount.Recount;
import io.entente.commission.commissions.recount.Recount.Moved;
import io.entente.commission.commissions.recount.Recounts;
import io.entente.commission.commissions.selfreferral.SelfReferralCase;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.amendments.CorrectedDeal;
import io.entente.commission.deals.amendments.ReversedDeal;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanRef;
import io.entente.commission.plans.rules.Because;
import io.entente.platform.events.consume.NotYetException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Records on a partner's chain that a deal counts differently after a correction, or not at all after a reversal. */
final class RecountDeals {

    private final PartnerProfiles profiles;
    private final Ledger ledger;
    private final Commissions commissions;
    private final Recounts recounts;

    RecountDeals(PartnerProfiles profiles, Ledger ledger, Commissions commissions, Recounts recounts) {
        this.profiles = profiles;
        this.ledger = ledger;
        this.commissions = commissions;
        this.recounts = recounts;
    }

    /** What a deal was before an amendment, from the view of one partner. */
    private record Known(
            CreditedDeal deal,
            @Nullable PlanRef plan,
            Counted counted,
            int number,
            long sequence,
            boolean reversed,
            boolean refused) {

        static Known of(Posting closing, @Nullable Recount last) {
            return last == null
                    ? new Known(
                            closing.deal(),
                            planOf(closing),
                            Counted.of(closing),
                            0,
                            0,
                            false,
                            Postings.isRefused(closing))
                    : new Known(
                            last.deal(),
                            last.plan(),
                            last.after(),
                            last.number(),
                            last.sequence(),
                            last.reversed(),
                            last.refused());
        }
    }

    /** Returns the version of the plan that priced a deal; null if none did. */
    static @Nullable PlanRef planOf(Posting closing) {
        return closing.outcome().plan();
    }

    /**
     * Records a correction.
     *
     * @param after returns the deal as it is afterwards
     * @param credited whether the partner still has credit for the deal
     * @return the transaction of the last recount; empty if there is none, because only details changed that don't count
     */
    Optional<LedgerTransaction> corrected(
            CorrectedDeal corrected,
            LedgerTransaction closing,
            UnaryOperator<CreditedDeal> after,
            boolean credited,
            PlanBook book) {
        Posting first = Posting.of(closing);
        CommissionId id = CommissionId.of(first.deal());
        return recounts.write(id, corrected.sequence(), last -> {
            Known known = Known.of(first, last);
            CreditedDeal details = after.apply(known.deal());
            PlanRef plan = plan(known, details.closedOn(), book);
            CreditedDeal counted = Postings.counted(
                    details, plan == null ? null : book.version(plan).orElse(null));
            CreditedDeal deal = known.refused() ? counted.uncounted() : counted;
            if (deal.equals(known.deal()) && Objects.equals(plan, known.plan())) {
                return Optional.empty();
            }
            boolean counts = credited && !known.reversed() && !known.refused();
            Counted now = Counted.closing(deal);
            return Optional.of(
                    new Recount(
                            deal,
                            plan,
                            known.number() + 1,
                            corrected.sequence(),
                            known.reversed(),
                            known.refused(),
                            known.counted(),
                            counts ? now : now.nothing(),
                            moved(id, known, deal, plan, book),
                            corrected.because(),
                            corrected.actor(),
                            List.of(
                                    "Deal %s was corrected (correction %d): %s. Its closing is ledger transaction %s."
                                            .formatted(
                                                    deal.dealId(), corrected.number(), corrected.what(), closing.id()),
                                    "It counts with these details from now on. If it earns more or less by them, the difference is booked as a transaction of its own.")));
        });
    }

    /**
     * Records a reversal, after which the deal doesn't count any more.
     *
     * @param paid adds what the payments on a retainer count as revenue
     */
    Optional<LedgerTransaction> reversed(
            ReversedDeal reversed, LedgerTransaction closing, UnaryOperator<Counted> paid) {
        Posting first = Posting.of(closing);
        return recounts.write(CommissionId.of(first.deal()), reversed.sequence(), last -> {
            Known known = Known.of(first, last);
            if (known.reversed()) {
                return Optional.empty();
            }
            Counted before = paid.apply(known.counted());
            return Optional.of(
                    new Recount(
                            known.deal(),
                            known.plan(),
                            known.number() + 1,
                            reversed.sequence(),
                            true,
                            known.refused(),
                            before,
                            before.nothing(),
                            null,
                            Because.words(reversed.reason()),
                            reversed.actor(),
                            List.of(
                                    "Deal %s was reversed on %s. Its closing is ledger transaction %s."
                                            .formatted(reversed.dealId(), reversed.on(), closing.id()),
                                    "It no longer counts for tiers, terms and the client's revenue of deals that are priced later.")));
        });
    }

    /** Whether a person refused the commission after it was booked. */
    boolean isRefused(CommissionId id) {
        return recounts.last(id).filter(last -> Recounts.of(last).refused()).isPresent();
    }

    /** Records that a person refused the commission of a deal, after which it is none of the partner's. */
    Recount refused(SelfReferralCase refused, LedgerTransaction closing) {
        Posting first = Posting.of(closing);
        return recounts.write(refused.commission(), last -> {
                    Known known = Known.of(first, last);
                    if (known.refused()) {
                        return Optional.empty();
                    }
                    return Optional.of(
                            new Recount(
                                    known.deal().uncounted(),
                                    known.plan(),
                                    known.number() + 1,
                                    known.sequence(),
                                    known.reversed(),
                                    true,
                                    known.counted(),
                                    known.counted().nothing(),
                                    null,
                                    Because.words(String.valueOf(refused.reason())),
                                    String.valueOf(refused.decidedBy()),
                                    List.of(
                                            refused.evidence(),
                                            "A person refused the commission of deal %s. Its closing is ledger transaction %s."
                                                    .formatted(refused.dealId(), closing.id()),
                                            "The deal no longer counts for tiers, terms and the client's revenue of deals that are priced later.")));
                })
                .map(Recounts::of)
                .orElseThrow(() -> new IllegalStateException(
                        "Deal %s must have a recount, because it is refused".formatted(refused.dealId())));
    }

    /** The pinned version if the closing day stays, otherwise the version in force on the new day. */
    private @Nullable PlanRef plan(Known known, LocalDate closedOn, PlanBook book) {
        if (known.plan() != null && closedOn.equals(known.deal().closedOn())) {
            return known.plan();
        }
        PartnerProfile partner = profiles.find(known.deal().partnerId())
                .orElseThrow(() -> new NotYetException(
                        "the profile of partner " + known.deal().partnerId()));
        return book.planFor(partner, closedOn).map(CommissionPlan::ref).orElse(null);
    }

    /** What the yearly caps count differently if the year or the plan has changed. */
    private @Nullable Moved moved(
            CommissionId id, Known known, CreditedDeal deal, @Nullable PlanRef plan, PlanBook book) {
        Commission commission = commissions.standing(id).orElse(null);
        if (commission == null || plan == null || commission.leftOfEarned().isZero()) {
            return null;
        }
        int from = known.deal().closedOn().getYear();
        int to = deal.closedOn().getYear();
        String fromPlan = commission.plan().code();
        if (from == to && fromPlan.equals(plan.code())) {
            return null;
        }
        boolean counted = ledger.head(deal.partnerId()).counters().counts(from, fromPlan);
        boolean capped = book.version(plan)
                .filter(version -> version.limits().perYear() != null)
                .isPresent();
        return counted || capped ? new Moved(from, fromPlan, to, plan.code(), commission.leftOfEarned()) : null;
    }
}

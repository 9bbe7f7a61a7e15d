package io.entente.commission.accrual;

import io.entente.commission.accrual.retainers.Paid;
import io.entente.commission.accrual.retainers.RetainerPayments;
import io.entente.commission.accrual.standings.ClientStandings;
import io.entente.commission.accrual.standings.InLineHistory;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.Settled;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.DealFiles;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.Counters;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.pricing.Pricing;
import io.entente.commission.plans.pricing.PricingResult;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Prices a deal that is in the ledger already. The deal keeps the place in its partner's history that it had when it was
 * booked: its number in the year, and what the client had bought before. Deals
 * that were reversed since don't count for the term of a plan. A yearly cap counts what has been earned by now.
 */
final class PastPricing {

    private final Ledger ledger;
    private final CreditedDeals deals;
    private final DealFiles files;
    private final ClientStandings standings;
    private final SubmittedReferrals referrals;

    PastPricing(
            Ledger ledger,
            CreditedDeals deals,
            DealFiles files,
            ClientStandings standings,
            SubmittedReferrals referrals) {
        this.ledger = ledger;
        this.deals = deals;
        this.files = files;
        this.standings = standings;
        this.referrals = referrals;
    }

    /**
     * Returns the partner's credit for a booked deal, priced on the payment if the deal is a retainer's payment; empty if
     * the deal is not registered yet.
     */
    Optional<Credited> credited(CreditedDeal booked) {
        Optional<Credited> part = deals.ofDeal(booked.dealId()).stream()
                .filter(credit -> credit.partnerId().equals(booked.partnerId()))
                .findFirst();
        return booked.payment() == null
                ? part
                : part.flatMap(closing -> paid(closing, CommissionId.of(booked)).map(Paid::credited));
    }

    /** Returns what is kept of a payment on a retainer; empty if the deal is no such payment. */
    Optional<Settled> settled(Credited credited, CreditedDeal booked) {
        return booked.payment() == null
                ? Optional.empty()
                : files.find(List.of(booked.dealId())).stream()
                        .map(file -> file.facts().size())
                        .findFirst()
                        .map(facts -> {
                            Money kept = credited.deal()
                                    .basis()
                                    .minus(credited.deal().before());
                            Money zero = Money.zero(kept.getCurrencyUnit());
                            return new Settled(facts, kept, kept, zero, zero, zero);
                        });
    }

    private Optional<Paid> paid(Credited closing, CommissionId id) {
        return files.find(List.of(closing.dealId())).stream()
                .flatMap(file -> RetainerPayments.of(file, closing).stream())
                .filter(paid -> paid.commissionId().equals(id))
                .findFirst();
    }

    PricingResult price(LedgerTransaction booked, Credited credited, PartnerProfile partner, PlanBook book) {
        PartnerHistory history =
                new PartnerHistory(headBefore(booked, credited), credited, List.of(), deals, standings, referrals);
        return Pricing.price(
                credited.deal(), credited.index(), partner, book, new InLineHistory(history, credited, standings));
    }

    private ChainHead headBefore(LedgerTransaction booked, Credited credited) {
        LedgerTransaction closing = credited.deal().payment()
                ? ledger.find(Posting.causeOf(CommissionId.of(credited))).orElse(booked)
                : booked;
        Counters then = Posting.of(closing).uncounted(closing.counters());
        Counters now = ledger.head(booked.partnerId()).counters();
        return new ChainHead(
                booked.partnerId(),
                booked.id().number() - 1,
                booked.previousHash(),
                booked.balances(),
                new Counters(then.dealsByYear(), now.revenue(), now.earned(), then.uncounted(), now.takenBack()),
                booked.recordedAt());
    }
}

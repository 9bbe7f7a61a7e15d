package io.entente.commission.accrual;

import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.Commission;
import io.entente.commission.ledger.CommissionId;
import io.entente.commission.ledger.Commissions;
import io.entente.commission.ledger.Counters;
import io.entente.commission.ledger.CreditedDeal;
import io.entente.commission.ledger.CreditedDeal.RetainerPayment;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.Posting;
import io.entente.commission.lifecycle.CommissionLife;
import io.entente.commission.lifecycle.Compliance;
import io.entente.commission.lifecycle.CreditedDeals;
import io.entente.commission.lifecycle.CreditedDeals.Credited;
import io.entente.commission.lifecycle.DealFact;
import io.entente.commission.lifecycle.DealFile;
import io.entente.commission.lifecycle.Opening;
import io.entente.commission.lifecycle.RetainerAccruals;
import io.entente.commission.lifecycle.SubmittedReferrals;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.plans.Apportionment;
import io.entente.commission.plans.Credit;
import io.entente.commission.plans.Fraction;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanBooks;
import io.entente.commission.plans.PricedDeal;
import io.entente.messaging.consume.NotYetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/**
 * Accrues a retainer as its client pays: each payment is a commission of its own, priced by what it adds to all that was paid
 * before it in the order in which payments were put on record, by the plan of the day the deal closed.
 */
@Component
class AccrueRetainers implements RetainerAccruals {

    private final PartnerProfiles profiles;
    private final PlanBooks books;
    private final Ledger ledger;
    private final Commissions commissions;
    private final CreditedDeals deals;
    private final SubmittedReferrals referrals;
    private final Compliance compliance;
    private final CommissionLife life;

    AccrueRetainers(
            PartnerProfiles profiles,
            PlanBooks books,
            Ledger ledger,
            Commissions commissions,
            CreditedDeals deals,
            SubmittedReferrals referrals,
            Compliance compliance,
            CommissionLife life) {
        this.profiles = profiles;
        this.books = books;
        this.ledger = ledger;
        this.commissions = commissions;
        this.deals = deals;
        this.referrals = referrals;
        this.compliance = compliance;
        this.life = life;
    }

    @Override
    public List<CommissionId> accrue(DealFile file, List<Credited> credited) {
        List<CommissionId> all = new ArrayList<>();
        for (Credited part : credited) {
            // Whoever is credited but not booked yet comes with the rest of the deal's event.
            ledger.find(Posting.causeOf(part.commissionId()))
                    .ifPresent(closing -> all.addAll(accrue(file, part, closing)));
        }
        return all;
    }

    private List<CommissionId> accrue(DealFile file, Credited part, LedgerTransaction closing) {
        List<DealFact> payments = file.facts().stream()
                .filter(fact -> fact.kind() == DealFact.Kind.PAYMENT
                        && fact.amount().isSameCurrency(part.deal().basis()))
                .toList();
        List<CommissionId> ids = payments.stream()
                .map(payment -> CommissionId.of(part.dealId(), part.partnerId(), payment.id()))
                .toList();
        Set<CommissionId> accrued = commissions.standings(ids).keySet();
        Money before = Money.zero(part.deal().basis().getCurrencyUnit());
        for (int i = 0; i < payments.size(); i++) {
            if (!accrued.contains(ids.get(i))) {
                accrue(payments.get(i), before, part, closing);
            }
            before = before.plus(payments.get(i).amount());
        }
        return ids;
    }

    private void accrue(DealFact payment, Money before, Credited part, LedgerTransaction closing) {
        PartnerProfile partner = profiles.find(part.partnerId())
                .orElseThrow(() -> new NotYetException("the profile of partner " + part.partnerId()));
        PlanBook book = books.inForce();
        PricedDeal priced = part.deal().onPayment(before, payment.amount(), payment.on());
        List<Fraction> shares = priced.credit().stream().map(Credit::share).toList();
        CreditedDeal paid = closing.posting()
                .deal()
                .paid(
                        new RetainerPayment(payment.id(), payment.amount(), payment.on()),
                        Apportionment.split(payment.amount(), shares).get(part.index()));
        Credited asking = new Credited(part.index(), part.partnerId(), part.referralId(), part.clientKey(), priced);
        ledger.append(part.partnerId(), head -> {
            PartnerHistory history = PartnerHistory.of(atClosing(head, closing), asking, List.of(), deals, referrals);
            Posting posting = Opening.of(
                    Pricing.posting(
                            paid,
                            io.entente.commission.plans.Pricing.price(priced, part.index(), partner, book, history),
                            book),
                    compliance.holdFor(part.referralId(), part.dealId()).orElse(null));
            Commission opening = posting.opening();
            if (opening != null) {
                life.expect(List.of(opening));
            }
            return Optional.of(posting);
        });
    }

    /** Today's figures, but for the deal's place among the year's: that is where it was when it closed. */
    private static ChainHead atClosing(ChainHead head, LedgerTransaction closing) {
        Counters now = head.counters();
        Counters then = closing.counters().without(closing.posting().deal());
        return new ChainHead(
                head.partnerId(),
                head.number(),
                head.hash(),
                head.balances(),
                new Counters(then.dealsByYear(), now.revenue(), now.earned()),
                head.recordedAt());
    }
}

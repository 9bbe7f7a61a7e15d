package io.entente.commission.commissions.refunds;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.ProgramCalendar;
import io.entente.commission.commissions.Settled;
import io.entente.commission.commissions.Texts;
import io.entente.commission.commissions.recount.Recounts;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.amendments.CorrectedDeal;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.ledger.Transactions;
import io.entente.commission.plans.rules.Because;
import io.entente.commission.plans.rules.Because.Code;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.OptimisticRetry;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Notes what was lost of the revenue of deals that earned nothing, so that statements leave it out. What is noted is compared with the
 * facts, so repeating it changes nothing. If such a deal gets a commission later, its own transactions say what was lost, and
 * the note is taken back.
 */
public final class NoteRefunds {

    private static final int BLOCK = 12;
    private static final Because COMMISSION =
            Because.of(Code.COMMISSION_FOUND, "The deal has a commission now, whose transactions say what was lost.");

    private final Ledger ledger;
    private final Transactions transactions;
    private final Recounts recounts;
    private final ProgramCalendar calendar;

    public NoteRefunds(Ledger ledger, Transactions transactions, Recounts recounts, ProgramCalendar calendar) {
        this.ledger = ledger;
        this.transactions = transactions;
        this.recounts = recounts;
        this.calendar = calendar;
    }

    /**
     * Notes what was lost of a deal that has no commission.
     *
     * @param settled returns what became of the deal, from its amount
     * @param fact the last fact
     */
    public void of(CommissionId id, DealFact fact, Function<CreditedDeal, Settled> settled) {
        booked(id).ifPresent(deal -> note(deal, Commission.refundedRevenue(deal, settled.apply(deal)), fact));
    }

    /**
     * Notes again what was lost of a payment that has no commission, because a correction has moved it into the engagement or out of
     * it.
     *
     * @param settled what is kept of the payment
     */
    public void recounted(CommissionId id, Settled settled, CorrectedDeal corrected) {
        String what = "Deal %s was corrected (correction %d): %s."
                .formatted(corrected.deal().id(), corrected.number(), corrected.what());
        booked(id)
                .ifPresent(deal -> note(
                        deal,
                        Commission.refundedRevenue(deal, settled),
                        calendar.today(),
                        corrected.because(),
                        corrected.actor(),
                        what,
                        null));
    }

    /** Takes back what was noted of a payment that is none of the partner's revenue any more, if it has no commission. */
    public void uncounted(CommissionId id, Because because, String actor) {
        booked(id)
                .ifPresent(deal -> note(
                        deal,
                        Money.zero(deal.revenue().getCurrencyUnit()),
                        calendar.today(),
                        because,
                        actor,
                        because.words(),
                        null));
    }

    /** Takes back what was noted of a deal that has a commission now. Other commissions cost nothing. */
    public void takeBack(Commission commission) {
        if (commission.accrued().isZero()) {
            last(commission.id()).ifPresent(noted -> {
                Money nothing = Money.zero(noted.total().getCurrencyUnit());
                note(
                        commission.deal(),
                        nothing,
                        calendar.today(),
                        COMMISSION,
                        Actor.SYSTEM.value(),
                        COMMISSION.words(),
                        null);
            });
        }
    }

    private void note(CreditedDeal deal, Money lost, DealFact fact) {
        note(deal, lost, fact.on(), fact.because(), fact.actor(), Texts.report(fact), fact.key());
    }

    private void note(
            CreditedDeal deal,
            Money lost,
            LocalDate on,
            Because because,
            String actor,
            String what,
            @Nullable String report) {
        CommissionId id = CommissionId.of(deal);
        OptimisticRetry.retryOnConflict(() -> {
            NotedRefund last = last(id).orElse(null);
            int number = last == null ? 1 : last.number() + 1;
            Money before = last == null ? Money.zero(lost.getCurrencyUnit()) : last.total();
            Money more = lost.minus(before);
            NotedRefund next = new NotedRefund(
                    deal, number, lost, more, on, because, actor, List.of(what, explained(before, lost)), report);
            if (!more.isZero() && !ledger.append(next)) {
                throw new ConcurrentUpdateException("Another refund of %s was noted first".formatted(id));
            }
            return lost;
        });
    }

    private static String explained(Money before, Money lost) {
        return "Of the partner's part of the deal, %s are noted as lost now; before, %s were."
                .formatted(Texts.money(lost), Texts.money(before));
    }

    /** The deal as it counts now; empty if it isn't booked or is no revenue of the partner. */
    private Optional<CreditedDeal> booked(CommissionId id) {
        return ledger.find(Posting.causeOf(id))
                .filter(booked -> booked.kind() == TransactionKind.NO_COMMISSION)
                .filter(booked -> Posting.of(booked).isRevenue()
                        || Posting.of(booked).deal().payment() != null)
                .map(recounts::present);
    }

    private Optional<NotedRefund> last(CommissionId id) {
        Optional<NotedRefund> last = Optional.empty();
        int from = 1;
        List<LedgerTransaction> block;
        do {
            block = transactions.find(IntStream.range(from, from + BLOCK)
                    .mapToObj(number -> NotedRefund.causeOf(id, number))
                    .toList());
            Optional<NotedRefund> newest = block.stream()
                    .map(transaction -> (NotedRefund) transaction.entry())
                    .max(Comparator.comparing(NotedRefund::number));
            last = newest.isPresent() ? newest : last;
            from += BLOCK;
        } while (block.size() == BLOCK);
        return last;
    }
}

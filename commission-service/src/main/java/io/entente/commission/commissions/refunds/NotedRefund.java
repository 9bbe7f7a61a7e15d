package io.entente.commission.commissions.refunds;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.ledger.Counters;
import io.entente.commission.ledger.Entry;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.rules.Because;
import io.entente.commission.plans.rules.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Records how much of a deal's revenue was lost, if the deal has no commission whose transactions would say so. The entry has no
 * lines.
 *
 * @param number number of this entry among those of the deal and partner, from 1
 * @param total the partner's part of what was lost of the revenue
 * @param more how much more that is than before; below zero if less is lost
 * @param on the day of the fact that caused it
 * @param because a text that the partner may read
 * @param actor who reported the fact
 * @param report the key of the fact that caused it; null if a correction did, or on entries from before it was recorded
 */
public record NotedRefund(
        CreditedDeal deal,
        int number,
        Money total,
        Money more,
        LocalDate on,
        Because because,
        String actor,
        List<String> explanation,
        @Nullable String report)
        implements Entry {

    public NotedRefund {
        explanation = List.copyOf(explanation);
    }

    /** Returns the cause of an entry. */
    public static String causeOf(CommissionId id, int number) {
        return "refund-noted/" + id + "/" + number;
    }

    /** The reason in words, in English if the program gave it. */
    public String reason() {
        return because.words();
    }

    @Override
    public PartnerId partnerId() {
        return deal.partnerId();
    }

    @Override
    public TransactionKind kind() {
        return TransactionKind.REFUND_NOTED;
    }

    @Override
    public String cause() {
        return causeOf(CommissionId.of(deal), number);
    }

    @Override
    public List<LedgerLine> lines() {
        return List.of();
    }

    @Override
    public Counters counted(Counters before) {
        return before.plusRefunded(more);
    }

    @Override
    public Optional<CreditedDeal> creditedDeal() {
        return Optional.of(deal);
    }

    @Override
    public NotedRefund explainedFurther(Step step) {
        return new NotedRefund(
                deal, number, total, more, on, because, actor, Entry.with(explanation, step.sentence()), report);
    }
}

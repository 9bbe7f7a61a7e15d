package io.entente.commission.commissions.payables;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.Counters;
import io.entente.commission.ledger.Entry;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.ledger.Side;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.rules.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * A payout as a whole at one of its steps: the items that it pays and what it nets. The commissions in it have
 * transactions of their own, so the lines of this entry are the netting alone.
 *
 * <p>PLANNED: debit ALLOCATED, credit CLAWBACK_DUE. PAID: debit PAID, credit ALLOCATED, so that PAID is what was
 * really paid. FAILED: debit CLAWBACK_DUE, credit ALLOCATED. RETURNED, NOT_PAID: debit CLAWBACK_DUE, credit PAID.
 *
 * <p>Taxes are booked at PAID and taken back at RETURNED and NOT_PAID: debit VAT, credit WITHHELD, and the difference on TAX_PAID.
 *
 * @param round number of corrections of the outcome up to this step; 0 for a payout that was never corrected
 * @param gross sum of the items
 * @param netted the part of {@code gross} that is set off against what the partner owed back; not above
 * {@code gross}
 * @param tax that is paid or kept back with it, frozen
 * @param items the portions that it pays, frozen
 */
public record PayoutEntry(
        PartnerId partnerId,
        String payoutId,
        Stage stage,
        int round,
        Money gross,
        Money netted,
        PayoutTax tax,
        List<Item> items,
        String actor,
        List<String> explanation)
        implements Entry {

    /**
     * The largest number of portions in one payout, which bounds the document of its transaction. Further portions
     * wait for the next payout.
     */
    public static final int MAX_ITEMS = 2_000;

    /** The steps of a payout. */
    public enum Stage {
        PLANNED,
        PAID,
        FAILED,
        RETURNED,
        /** It was booked as PAID by mistake. The partner did not get it. */
        NOT_PAID
    }

    /** One portion of one commission. */
    public record Item(CommissionId commission, int portion, Money amount) {}

    public PayoutEntry {
        items = List.copyOf(items);
        explanation = List.copyOf(explanation);
    }

    /** Returns the cause of a payout's transaction at a step. */
    public static String causeOf(String payoutId, Stage stage, int round) {
        return "payout/" + payoutId + "/" + stage + (round == 0 ? "" : "/" + round);
    }

    /** The commission that is paid. */
    public Money net() {
        return gross.minus(netted);
    }

    /** The amount that is transferred. */
    public Money paid() {
        return tax.paid(net());
    }

    /** Returns the same payout at another step, explained with its amounts. */
    public PayoutEntry at(Stage next, int correction, String by, String why) {
        return new PayoutEntry(
                partnerId,
                payoutId,
                next,
                correction,
                gross,
                netted,
                tax,
                items,
                by,
                PayoutTexts.step(this, next, why));
    }

    @Override
    public TransactionKind kind() {
        return TransactionKind.PAYOUT;
    }

    @Override
    public String cause() {
        return causeOf(payoutId, stage, round);
    }

    @Override
    public List<LedgerLine> lines() {
        return switch (stage) {
            case PLANNED -> netting(Account.ALLOCATED, Account.CLAWBACK_DUE).toList();
            case PAID ->
                Stream.concat(netting(Account.PAID, Account.ALLOCATED), tax.lines().stream())
                        .toList();
            case FAILED -> netting(Account.CLAWBACK_DUE, Account.ALLOCATED).toList();
            case RETURNED, NOT_PAID ->
                Stream.concat(netting(Account.CLAWBACK_DUE, Account.PAID), tax.reversedLines().stream())
                        .toList();
        };
    }

    private Stream<LedgerLine> netting(Account debit, Account credit) {
        return netted.isZero()
                ? Stream.empty()
                : Stream.of(new LedgerLine(debit, Side.DEBIT, netted), new LedgerLine(credit, Side.CREDIT, netted));
    }

    @Override
    public Counters counted(Counters before) {
        return before;
    }

    @Override
    public Optional<CreditedDeal> creditedDeal() {
        return Optional.empty();
    }

    @Override
    public PayoutEntry explainedFurther(Step step) {
        return new PayoutEntry(
                partnerId,
                payoutId,
                stage,
                round,
                gross,
                netted,
                tax,
                items,
                actor,
                Entry.with(explanation, step.sentence()));
    }
}

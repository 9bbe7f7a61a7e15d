package io.entente.commission.statements.chain;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.payables.PayoutTax;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.ChainedTransaction;
import io.entente.commission.ledger.Counters.TakenBack;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionId;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Reads a partner's chain for statements. The earnings and payments of a period are differences between two balances, those
 * of commission expense and of paid, and every transaction of the chain contains both. The figures of a statement therefore
 * cost two transactions, found by binary search, however long the chain is before, in and after the quarter. This works
 * because times never decrease along a chain.
 */
public final class PartnerChain {

    /** The number of transactions read at once. */
    private static final int BLOCK = PageRequest.MAX_LIMIT;

    private final Ledger ledger;
    private final LineCauses causes;
    private final PartnerId partner;

    PartnerChain(Ledger ledger, LineCauses causes, PartnerId partner) {
        this.ledger = ledger;
        this.causes = causes;
        this.partner = partner;
    }

    /** The number of the last transaction recorded before an instant; 0 if there is none. */
    public long lastBefore(Instant end) {
        ChainHead head = ledger.head(partner);
        if (head.recordedAt().isBefore(end)) {
            return head.number();
        }
        long before = 0;
        long notBefore = head.number() + 1;
        while (notBefore - before > 1) {
            long middle = before + (notBefore - before) / 2;
            if (transaction(middle).transaction().recordedAt().isBefore(end)) {
                before = middle;
            } else {
                notBefore = middle;
            }
        }
        return before;
    }

    /** The partner's balances right after a transaction; for number 0, before any. */
    public ChainHead at(long number) {
        if (number == 0) {
            return ChainHead.start(partner);
        }
        ChainedTransaction last = transaction(number);
        return last.transaction().asHead(last.hash());
    }

    /** What a partner has earned in total, minus everything that was taken back. */
    public static Money earned(ChainHead head, CurrencyUnit currency) {
        return head.balances().of(Account.COMMISSION_EXPENSE, currency);
    }

    /** What a partner has been paid in total. */
    public static Money paid(ChainHead head, CurrencyUnit currency) {
        return head.balances().of(Account.PAID, currency);
    }

    /** The taxes of everything that a partner has been paid. */
    public static PayoutTax tax(ChainHead head, CurrencyUnit currency) {
        return new PayoutTax(
                head.balances().of(Account.VAT, currency), head.balances().of(Account.WITHHELD, currency));
    }

    /** The partner's part of all deals as they stand now, without what was refunded. */
    public static Money revenue(ChainHead head, CurrencyUnit currency) {
        return Amounts.revenue(head.counters(), currency);
    }

    /** The partner's part of everything that was reversed or refunded. */
    public static Money takenBack(ChainHead head, CurrencyUnit currency) {
        TakenBack takenBack = head.counters().takenBack(currency);
        return takenBack.reversed().plus(takenBack.refunded());
    }

    /** What a partner has earned that waits for the client's payment, for its due date, or for a decision. */
    public static Money waiting(ChainHead head, CurrencyUnit currency) {
        return head.balances().of(Account.ACCRUED, currency);
    }

    /** Passes on the lines of a span in one currency, in order, with one block in memory at a time. */
    public void lines(Span span, CurrencyUnit currency, Consumer<StatementLine> reader) {
        long next = span.first();
        while (next <= span.last()) {
            int count = (int) Math.min(BLOCK, span.last() - next + 1);
            lines(block(next, count).items(), currency, reader);
            next += count;
        }
    }

    /** Whether a transaction has a line in this currency. */
    public boolean hasLine(long number, CurrencyUnit currency) {
        return !Amounts.of(transaction(number).transaction(), currency).areNothing();
    }

    private void lines(List<ChainedTransaction> block, CurrencyUnit currency, Consumer<StatementLine> reader) {
        List<ChainedTransaction> shown = block.stream()
                .filter(chained -> !Amounts.of(chained.transaction(), currency).areNothing())
                .toList();
        Map<Long, Cause> known =
                causes.of(shown.stream().map(ChainedTransaction::transaction).toList());
        shown.forEach(chained -> reader.accept(line(
                chained, Amounts.of(chained.transaction(), currency), LineCauses.in(known, chained.transaction()))));
    }

    private static StatementLine line(ChainedTransaction chained, Amounts amounts, Cause cause) {
        LedgerTransaction transaction = chained.transaction();
        Optional<CreditedDeal> deal = transaction.deal();
        return new StatementLine(
                transaction.id().number(),
                transaction.id().toString(),
                amounts.kind(transaction.kind()),
                transaction.recordedAt(),
                cause.valueOn(),
                deal.map(CreditedDeal::dealId).orElse(null),
                deal.map(CreditedDeal::referralId).orElse(null),
                deal.map(of -> of.client().organisation()).orElse(null),
                deal.map(of -> CommissionId.of(of).value()).orElse(null),
                amounts.revenue(),
                amounts.earned(),
                amounts.paid(),
                amounts.tax(),
                Details.of(transaction, cause),
                chained.hash());
    }

    private ChainedTransaction transaction(long number) {
        return block(number, 1).items().stream()
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("The chain of %s has no transaction %d".formatted(partner, number)));
    }

    private Page<ChainedTransaction> block(long first, int count) {
        String before = first == 1 ? null : new TransactionId(partner, first - 1).toString();
        return ledger.chain(partner, new PageRequest(count, before));
    }
}

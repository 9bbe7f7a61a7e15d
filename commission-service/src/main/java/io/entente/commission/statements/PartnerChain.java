package io.entente.commission.statements;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.ChainedTransaction;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.Side;
import io.entente.commission.ledger.TransactionId;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Reads a partner's chain for statements. What was earned and paid in a period is the difference between two balances, those
 * of commission expense and of paid, and every transaction of the chain contains both. The figures of a statement therefore
 * cost two transactions, found by binary search, however long the chain is before, in and after the quarter. This works
 * because times never decrease along a chain.
 */
public final class PartnerChain {

    /** The number of transactions read at once. */
    private static final int BLOCK = PageRequest.MAX_LIMIT;

    private final Ledger ledger;
    private final PartnerId partner;

    public PartnerChain(Ledger ledger, PartnerId partner) {
        this.ledger = ledger;
        this.partner = partner;
    }

    /** The number of the last transaction recorded before an instant; 0 if there is none. */
    public long lastBefore(Instant end) {
        long before = 0;
        long notBefore = ledger.head(partner).number() + 1;
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

    public static Money revenue(ChainHead head, CurrencyUnit currency) {
        return head.counters().revenue().getOrDefault(currency, Money.zero(currency));
    }

    /** Passes on the lines of a span in one currency, in order, with one block in memory at a time. */
    public void lines(Span span, CurrencyUnit currency, Consumer<StatementLine> reader) {
        long next = span.first();
        while (next <= span.last()) {
            int count = (int) Math.min(BLOCK, span.last() - next + 1);
            for (ChainedTransaction chained : block(next, count).items()) {
                line(chained.transaction(), currency).ifPresent(reader);
            }
            next += count;
        }
    }

    /** The line of one transaction; empty if it has none in this currency. */
    public Optional<StatementLine> line(long number, CurrencyUnit currency) {
        return line(transaction(number).transaction(), currency);
    }

    private static Optional<StatementLine> line(LedgerTransaction transaction, CurrencyUnit currency) {
        Money earned = change(transaction, Account.COMMISSION_EXPENSE, currency);
        Money paid = change(transaction, Account.PAID, currency);
        Optional<CreditedDeal> deal = deal(transaction);
        Money revenue = deal.filter(of -> closes(transaction.kind()) && of.countsAsRevenue())
                .map(CreditedDeal::revenue)
                .filter(amount -> amount.getCurrencyUnit().equals(currency))
                .orElse(Money.zero(currency));
        boolean netted = transaction.kind() == TransactionKind.NETTED
                && !change(transaction, Account.PAYABLE, currency).isZero();
        if (earned.isZero() && paid.isZero() && revenue.isZero() && !netted) {
            return Optional.empty();
        }
        return Optional.of(new StatementLine(
                transaction.id().number(),
                transaction.id().toString(),
                transaction.kind().name(),
                transaction.recordedAt(),
                deal.map(CreditedDeal::dealId).orElse(null),
                deal.map(CreditedDeal::referralId).orElse(null),
                deal.map(of -> of.client().organisation()).orElse(null),
                deal.map(of -> CommissionId.of(of).value()).orElse(null),
                revenue,
                earned,
                paid));
    }

    /** A deal counts as revenue once, when it is booked, whether it earned commission or not. */
    private static boolean closes(TransactionKind kind) {
        return kind == TransactionKind.ACCRUAL || kind == TransactionKind.NO_COMMISSION;
    }

    private static Optional<CreditedDeal> deal(LedgerTransaction transaction) {
        return transaction.deal();
    }

    private static Money change(LedgerTransaction transaction, Account account, CurrencyUnit currency) {
        Money change = Money.zero(currency);
        for (LedgerLine line : transaction.lines()) {
            if (line.account() == account && line.amount().getCurrencyUnit().equals(currency)) {
                Side increases = account.normal();
                change = line.side() == increases ? change.plus(line.amount()) : change.minus(line.amount());
            }
        }
        return change;
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

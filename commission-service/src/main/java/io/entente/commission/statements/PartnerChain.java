package io.entente.commission.statements;

import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.ChainedTransaction;
import io.entente.commission.ledger.CreditedDeal;
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
 * A partner's chain as statements read it. What was earned and paid in a time is the difference of two balances, of commission
 * expense and of paid, and both stand in the chain: so that a statement's figures cost two transactions, found by halving,
 * however long the chain is before, in and after the quarter. Times never go back along a chain, which is what allows it.
 */
public final class PartnerChain {

    /** Transactions read at once. */
    private static final int BLOCK = PageRequest.MAX_LIMIT;

    private final Ledger ledger;
    private final PartnerId partner;

    public PartnerChain(Ledger ledger, PartnerId partner) {
        this.ledger = ledger;
        this.partner = partner;
    }

    /** The number of the last transaction recorded before an instant, 0 where there is none. */
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

    /** How the partner stood right after a transaction; before any, for number 0. */
    public ChainHead at(long number) {
        if (number == 0) {
            return ChainHead.start(partner);
        }
        ChainedTransaction last = transaction(number);
        return last.transaction().asHead(last.hash());
    }

    /** What a partner has earned in all, net of all that was taken back. */
    public static Money earned(ChainHead head, CurrencyUnit currency) {
        return head.balances().of(Account.COMMISSION_EXPENSE, currency);
    }

    /** What has reached a partner in all. */
    public static Money paid(ChainHead head, CurrencyUnit currency) {
        return head.balances().of(Account.PAID, currency);
    }

    public static Money revenue(ChainHead head, CurrencyUnit currency) {
        return head.counters().revenue().getOrDefault(currency, Money.zero(currency));
    }

    /** Hands over the lines of a span in one currency, in order, a block in memory at a time. */
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

    /** The line of one transaction; empty where it has none in this currency. */
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
        if (earned.isZero() && paid.isZero() && revenue.isZero()) {
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
                deal.map(of -> of.commissionId().value()).orElse(null),
                revenue,
                earned,
                paid));
    }

    /** A deal counts as revenue once, when it is booked, whether it earned or not. */
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
                        new IllegalStateException("the chain of %s has no transaction %d".formatted(partner, number)));
    }

    private Page<ChainedTransaction> block(long first, int count) {
        String before = first == 1 ? null : new TransactionId(partner, first - 1).toString();
        return ledger.chain(partner, new PageRequest(count, before));
    }
}

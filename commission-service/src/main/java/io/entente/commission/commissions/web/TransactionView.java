package io.entente.commission.commissions.web;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.payables.PayoutEntry;
import io.entente.commission.commissions.recount.Recount;
import io.entente.commission.commissions.refunds.NotedRefund;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.ChainedTransaction;
import io.entente.commission.ledger.Entry;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.Side;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.plans.pricing.PricingResult.NothingDue;
import io.entente.commission.plans.pricing.PricingResult.Reason;
import io.entente.platform.domain.MoneyJson;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ledger transaction as the API shows it.
 *
 * @param reason why a deal earned nothing
 * @param because why a commission changed later
 */
record TransactionView(
        String id,
        String partnerId,
        long number,
        TransactionKind kind,
        String cause,
        @Nullable String commissionId,
        @Nullable String dealId,
        @Nullable String payoutId,
        @Nullable Reason reason,
        @Nullable String because,
        @Nullable MoneyJson amount,
        @Nullable String actor,
        List<BookedLine> lines,
        List<Balance> balances,
        Map<Integer, Long> dealsByYear,
        List<MoneyJson> revenue,
        List<String> explanation,
        Instant recordedAt,
        String previousHash,
        String hash) {

    record BookedLine(Account account, Side side, MoneyJson amount) {
        static BookedLine of(LedgerLine line) {
            return new BookedLine(line.account(), line.side(), MoneyJson.of(line.amount()));
        }
    }

    record Balance(Account account, MoneyJson amount) {}

    static TransactionView of(ChainedTransaction chained) {
        LedgerTransaction transaction = chained.transaction();
        Entry entry = transaction.entry();
        CreditedDeal deal = transaction.deal().orElse(null);
        Movement movement = entry instanceof Movement change ? change : null;
        PayoutEntry payout = entry instanceof PayoutEntry step ? step : null;
        return new TransactionView(
                transaction.id().toString(),
                transaction.partnerId().value(),
                transaction.id().number(),
                transaction.kind(),
                transaction.cause(),
                deal == null ? null : CommissionId.of(deal).value(),
                deal == null ? null : deal.dealId(),
                payout == null ? null : payout.payoutId(),
                entry instanceof Posting posting && posting.outcome() instanceof NothingDue nothing
                        ? nothing.reason()
                        : null,
                because(entry),
                entry instanceof NotedRefund noted ? MoneyJson.of(noted.more().abs()) : amount(movement, payout),
                actor(entry),
                transaction.lines().stream().map(BookedLine::of).toList(),
                balances(transaction),
                transaction.counters().dealsByYear(),
                transaction.counters().revenue().values().stream()
                        .map(MoneyJson::of)
                        .toList(),
                entry.explanation(),
                transaction.recordedAt(),
                transaction.previousHash(),
                chained.hash());
    }

    private static @Nullable String because(Entry entry) {
        if (entry instanceof Recount recount) {
            return recount.reason();
        }
        if (entry instanceof NotedRefund noted) {
            return noted.reason();
        }
        return entry instanceof Movement movement ? movement.reason() : null;
    }

    private static @Nullable String actor(Entry entry) {
        if (entry instanceof Recount recount) {
            return recount.actor();
        }
        if (entry instanceof NotedRefund noted) {
            return noted.actor();
        }
        if (entry instanceof PayoutEntry payout) {
            return payout.actor();
        }
        return entry instanceof Movement movement ? movement.actor() : null;
    }

    private static @Nullable MoneyJson amount(@Nullable Movement movement, @Nullable PayoutEntry payout) {
        if (movement != null) {
            return MoneyJson.of(movement.amount());
        }
        return payout == null ? null : MoneyJson.of(payout.paid());
    }

    private static List<Balance> balances(LedgerTransaction transaction) {
        return transaction.balances().amounts().values().stream()
                .flatMap(accounts -> accounts.entrySet().stream()
                        .sorted(Comparator.comparing(Map.Entry::getKey))
                        .map(account -> new Balance(account.getKey(), MoneyJson.of(account.getValue()))))
                .toList();
    }
}

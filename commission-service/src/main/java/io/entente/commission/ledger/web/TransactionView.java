package io.entente.commission.ledger.web;

import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.ChainedTransaction;
import io.entente.commission.ledger.LedgerLine;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.Side;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.plans.Outcome.NothingDue;
import io.entente.commission.plans.Outcome.Reason;
import io.entente.messaging.money.MoneyJson;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A ledger transaction as the API shows it. */
record TransactionView(
        String id,
        String partnerId,
        long number,
        TransactionKind kind,
        String cause,
        String commissionId,
        String dealId,
        @Nullable Reason reason,
        List<Line> lines,
        List<Balance> balances,
        Map<Integer, Long> dealsByYear,
        List<MoneyJson> revenue,
        List<String> explanation,
        Instant recordedAt,
        String previousHash,
        String hash) {

    record Line(Account account, Side side, MoneyJson amount) {
        static Line of(LedgerLine line) {
            return new Line(line.account(), line.side(), MoneyJson.of(line.amount()));
        }
    }

    record Balance(Account account, MoneyJson amount) {}

    static TransactionView of(ChainedTransaction chained) {
        LedgerTransaction transaction = chained.transaction();
        return new TransactionView(
                transaction.id().toString(),
                transaction.partnerId().value(),
                transaction.id().number(),
                transaction.kind(),
                transaction.cause(),
                transaction.posting().deal().commissionId().value(),
                transaction.posting().deal().dealId(),
                transaction.posting().outcome() instanceof NothingDue nothing ? nothing.reason() : null,
                transaction.lines().stream().map(Line::of).toList(),
                balances(transaction),
                transaction.counters().dealsByYear(),
                transaction.counters().revenue().values().stream()
                        .map(MoneyJson::of)
                        .toList(),
                transaction.posting().outcome().explanation(),
                transaction.recordedAt(),
                transaction.previousHash(),
                chained.hash());
    }

    private static List<Balance> balances(LedgerTransaction transaction) {
        return transaction.balances().amounts().values().stream()
                .flatMap(accounts -> accounts.entrySet().stream()
                        .sorted(Comparator.comparing(Map.Entry::getKey))
                        .map(account -> new Balance(account.getKey(), MoneyJson.of(account.getValue()))))
                .toList();
    }
}

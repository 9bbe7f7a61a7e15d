package io.entente.commission.commissions.stream;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionStatus;
import io.entente.commission.commissions.Movement;
import io.entente.commission.deals.Client;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.Origin;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.Side;
import io.entente.commission.ledger.TransactionId;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.plans.rules.Because.Code;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.MoneyJson;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the events in a commission's life. Each type uses some of these fields:
 * {@code commission.commission-released.v1}, {@code …-held.v1}, {@code …-adjusted.v1}, {@code …-clawed-back.v1},
 * {@code …-voided.v1}.
 */
record LifeJson(
        String commissionId,
        String dealId,
        String referralId,
        String partnerId,
        Client client,
        MoneyJson amount,
        @Nullable MoneyJson total,
        @Nullable CommissionStatus status,
        @Nullable String reason,
        @Nullable Code reasonCode,
        @Nullable List<String> explanation,
        @Nullable Boolean dealReversed,
        @Nullable String ledgerTransactionId,
        Instant occurredAt,
        String actor,
        Origin origin) {

    static LifeJson of(TransactionId id, Instant at, Movement movement) {
        TransactionKind kind = movement.kind();
        Commission after = movement.after();
        boolean releases = kind == TransactionKind.RELEASED || kind == TransactionKind.HOLD_LIFTED;
        boolean explains = kind == TransactionKind.ADJUSTED || kind == TransactionKind.CLAWED_BACK;
        return new LifeJson(
                after.id().value(),
                after.deal().dealId(),
                after.deal().referralId(),
                after.partnerId().value(),
                after.deal().client(),
                MoneyJson.of(movement.amount()),
                kind == TransactionKind.ADJUSTED && isAlone(movement) ? MoneyJson.of(after.net()) : null,
                releases ? after.status() : null,
                releases ? null : movement.reason(),
                releases ? null : movement.because().code(),
                explains ? movement.explanation() : null,
                isDealReversed(kind, after) ? true : null,
                kind == TransactionKind.HELD ? null : id.toString(),
                at,
                movement.actor(),
                after.deal().origin());
    }

    /** Whether the commission bears the whole amount. Payments on a retainer can share it, and then no total is of the same. */
    private static boolean isAlone(Movement movement) {
        Money booked = movement.lines().stream()
                .filter(line -> line.account() == Account.COMMISSION_EXPENSE)
                .map(line -> line.side() == Side.DEBIT
                        ? line.amount()
                        : line.amount().negated())
                .reduce(movement.after().zero(), Money::plus);
        return booked.isEqual(movement.amount());
    }

    /** Whether commission is taken back because the whole deal was reversed. After that there is nothing left to take back. */
    private static boolean isDealReversed(TransactionKind kind, Commission after) {
        boolean takesBack = kind == TransactionKind.CLAWED_BACK || kind == TransactionKind.VOIDED;
        Money reversed = after.settled().reversed();
        return takesBack
                && reversed.isPositive()
                && !reversed.isLessThan(after.deal().amount());
    }

    /** Creates the event of a commission that is on hold from its accrual. */
    static LifeJson held(LedgerTransaction accrual, Commission opening) {
        CreditedDeal deal = opening.deal();
        Money amount = opening.net();
        return new LifeJson(
                opening.id().value(),
                deal.dealId(),
                deal.referralId(),
                deal.partnerId().value(),
                deal.client(),
                MoneyJson.of(amount),
                null,
                null,
                opening.holds().get(0).reason(),
                null,
                null,
                null,
                null,
                accrual.recordedAt(),
                Actor.SYSTEM.value(),
                deal.origin());
    }
}

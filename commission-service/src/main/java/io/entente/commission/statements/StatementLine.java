package io.entente.commission.statements;

import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger in the partner's view.
 *
 * @param number the number of the ledger transaction in the partner's chain, and of the line
 * @param kind the kind of the ledger transaction
 * @param revenue the partner's part of the deal; zero if the line isn't an accrual
 * @param earned positive if earned, negative if taken back
 * @param paid positive if paid, negative if it came back
 * @param dealId absent if the line concerns more than one deal
 */
public record StatementLine(
        long number,
        String transactionId,
        String kind,
        Instant recordedAt,
        @Nullable String dealId,
        @Nullable String referralId,
        @Nullable String organisation,
        @Nullable String commissionId,
        Money revenue,
        Money earned,
        Money paid) {}

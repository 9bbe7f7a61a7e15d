package io.entente.commission.statements;

import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger as the partner reads it.
 *
 * @param number of the ledger transaction in the partner's chain, and of the line
 * @param kind of the transaction, in the ledger's words
 * @param revenue the partner's part of the deal; zero where the line accrues none
 * @param earned above zero what was earned, below zero what was taken back
 * @param paid above zero what was paid, below zero what came back
 * @param dealId absent where the line concerns more than one deal
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

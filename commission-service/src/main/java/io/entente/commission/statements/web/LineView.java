package io.entente.commission.statements.web;

import io.entente.commission.statements.StatementLine;
import io.entente.platform.domain.MoneyJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of a statement as the API shows it. */
record LineView(
        long line,
        String kind,
        Instant recordedAt,
        @Nullable String organisation,
        @Nullable String dealId,
        @Nullable String referralId,
        @Nullable String commissionId,
        MoneyJson revenue,
        MoneyJson earned,
        MoneyJson paid,
        String ledgerTransactionId) {

    static LineView of(StatementLine line) {
        return new LineView(
                line.number(),
                line.kind(),
                line.recordedAt(),
                line.organisation(),
                line.dealId(),
                line.referralId(),
                line.commissionId(),
                MoneyJson.of(line.revenue()),
                MoneyJson.of(line.earned()),
                MoneyJson.of(line.paid()),
                line.transactionId());
    }
}

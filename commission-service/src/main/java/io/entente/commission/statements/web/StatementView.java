package io.entente.commission.statements.web;

import io.entente.commission.statements.Dispute;
import io.entente.commission.statements.Figures;
import io.entente.commission.statements.Statement;
import io.entente.commission.statements.Statement.Status;
import io.entente.platform.domain.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement as the API shows it.
 *
 * @param lastLedgerTransaction the hash of the last ledger transaction of the period, which seals every line
 */
record StatementView(
        String id,
        String partnerId,
        String quarter,
        LocalDate startsOn,
        LocalDate endsOn,
        String currency,
        Status status,
        long referrals,
        MoneyJson revenue,
        MoneyJson openingBalance,
        MoneyJson earned,
        MoneyJson paid,
        MoneyJson closingBalance,
        List<Dispute> disputes,
        String lastLedgerTransaction,
        @Nullable Instant issuedAt,
        @Nullable Instant finalizeAt,
        @Nullable Instant finalizedAt,
        long version) {

    static StatementView of(Statement statement) {
        Figures figures = statement.figures();
        return new StatementView(
                statement.id().value(),
                statement.partnerId().value(),
                statement.quarter().toString(),
                statement.quarter().startsOn(),
                statement.quarter().endsOn(),
                statement.currency().getCode(),
                statement.status(),
                figures.referrals(),
                MoneyJson.of(figures.revenue()),
                MoneyJson.of(figures.opening()),
                MoneyJson.of(figures.earned()),
                MoneyJson.of(figures.paid()),
                MoneyJson.of(figures.closing()),
                statement.disputes(),
                statement.span().lastHash(),
                statement.issuedAt(),
                statement.finalizeAt(),
                statement.finalizedAt(),
                statement.version());
    }
}

package io.entente.commission.statements.proof;

import io.entente.commission.statements.Figures;
import io.entente.commission.statements.Figures.Split;
import io.entente.commission.statements.Statement;
import io.entente.platform.domain.MoneyJson;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a statement in its proof. They have the same names as in the statement itself.
 *
 * @param from the first instant of the period
 * @param until the first instant after it
 */
record ProvedFigures(
        String id,
        String partnerId,
        String quarter,
        Instant from,
        Instant until,
        String timeZone,
        String currency,
        Statement.Status status,
        @Nullable Instant issuedAt,
        long referrals,
        MoneyJson revenue,
        MoneyJson revenueTakenBack,
        MoneyJson openingBalance,
        MoneyJson earned,
        @Nullable MoneyJson earnedPayable,
        @Nullable MoneyJson earnedWaiting,
        MoneyJson paid,
        MoneyJson vatPaid,
        MoneyJson withheld,
        MoneyJson transferred,
        MoneyJson closingBalance,
        @Nullable MoneyJson payableNow,
        @Nullable MoneyJson waiting) {

    static ProvedFigures of(Statement statement, ZoneId zone) {
        Figures figures = statement.figures();
        Split unpaid = figures.unpaid();
        Split earned = figures.earnedSplit();
        return new ProvedFigures(
                statement.id().value(),
                statement.partnerId().value(),
                statement.quarter().toString(),
                statement.quarter().startsAt(zone),
                statement.quarter().endsAt(zone),
                zone.getId(),
                statement.currency().getCode(),
                statement.status(),
                statement.issuedAt(),
                figures.referrals(),
                MoneyJson.of(figures.revenue()),
                MoneyJson.of(figures.takenBack()),
                MoneyJson.of(figures.opening()),
                MoneyJson.of(figures.earned()),
                earned == null ? null : MoneyJson.of(earned.payable()),
                earned == null ? null : MoneyJson.of(earned.waiting()),
                MoneyJson.of(figures.paid()),
                MoneyJson.of(figures.tax().vat()),
                MoneyJson.of(figures.tax().withheld()),
                MoneyJson.of(figures.transferred()),
                MoneyJson.of(figures.closing()),
                unpaid == null ? null : MoneyJson.of(unpaid.payable()),
                unpaid == null ? null : MoneyJson.of(unpaid.waiting()));
    }
}

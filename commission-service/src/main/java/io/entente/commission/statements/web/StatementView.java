package io.entente.commission.statements.web;

import io.entente.commission.statements.Dispute;
import io.entente.commission.statements.Figures;
import io.entente.commission.statements.Figures.Split;
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
 * @param revenue the partner's part of the deals booked in the quarter, less {@code revenueTakenBack}
 * @param revenueTakenBack the partner's part of what was reversed or refunded in the quarter, whenever its deal was booked
 * @param earnedPayable how much of {@code earned} became payable in the quarter, also if it is paid by now; absent on early statements
 * @param referrals what the partner sent in the quarter. One of its statements of the quarter counts them; it is zero on those in other
 *     currencies
 * @param earnedWaiting how much of {@code earned} was added to what waits for the client's payment, a due date or a decision; below zero
 *     if more of earlier commission was released than new commission waits; absent on early statements
 * @param paid the commission that was paid, tax that was withheld from it included
 * @param vatPaid the VAT that was paid on top of it
 * @param withheld the tax that was kept back from it
 * @param transferred what the partner received: {@code paid} plus {@code vatPaid} minus {@code withheld}
 * @param payableNow what of the closing balance can be paid now or is in a payout, less what the partner owes back; absent on early
 *     statements
 * @param waiting what of the closing balance waits for the client's payment, a due date or a decision; absent on early statements
 * @param ledgerTransactionBefore the hash of the last ledger transaction before the period; absent on early statements
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
        @Nullable MoneyJson waiting,
        List<Dispute> disputes,
        @Nullable String ledgerTransactionBefore,
        String lastLedgerTransaction,
        @Nullable Instant issuedAt,
        @Nullable Instant finalizeAt,
        @Nullable Instant finalizedAt,
        long version) {

    static StatementView of(Statement statement) {
        Figures figures = statement.figures();
        Split unpaid = figures.unpaid();
        Split earned = figures.earnedSplit();
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
                unpaid == null ? null : MoneyJson.of(unpaid.waiting()),
                statement.disputes(),
                statement.span().hashBefore(),
                statement.span().lastHash(),
                statement.issuedAt(),
                statement.finalizeAt(),
                statement.finalizedAt(),
                statement.version());
    }
}

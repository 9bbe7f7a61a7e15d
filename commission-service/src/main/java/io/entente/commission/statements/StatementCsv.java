package io.entente.commission.statements;

import io.entente.commission.statements.Figures.Split;
import io.entente.commission.statements.chain.PartnerChains;
import io.entente.commission.statements.chain.RunningBalance;
import io.entente.commission.statements.chain.StatementLine;
import io.entente.commission.statements.texts.LineTexts;
import io.entente.platform.csv.SafeCsv;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Writes a statement's lines as CSV, between the balance brought forward and the balance carried forward. The totals have columns of
 * their own, so the sum of a column of amounts is the total. The last columns explain each line in the partner's language.
 */
public final class StatementCsv {

    private static final List<String> COLUMNS = List.of(
            "line",
            "booked_on",
            "value_on",
            "kind",
            "client",
            "deal_id",
            "referral_id",
            "commission_id",
            "revenue",
            "earned",
            "paid",
            "balance",
            "currency",
            "ledger_transaction",
            "hash",
            "total_revenue",
            "total_earned",
            "total_paid",
            "total_taken_back",
            "payable_now",
            "waiting",
            "earned_payable",
            "earned_waiting",
            "vat",
            "withheld",
            "total_vat",
            "total_withheld",
            "total_transferred",
            "title",
            "explanation");

    private static final int TOTALS = COLUMNS.indexOf("total_revenue");
    private static final int TAX = COLUMNS.indexOf("vat");
    private static final int TITLE = COLUMNS.indexOf("title");

    private final SafeCsv csv;
    private final Statement statement;
    private final LineTexts texts;
    private final ZoneId zone;
    private final RunningBalance balance;

    private StatementCsv(Statement statement, LineTexts texts, ZoneId zone, Appendable out) {
        this.csv = new SafeCsv(out, COLUMNS);
        this.statement = statement;
        this.texts = texts;
        this.zone = zone;
        this.balance = new RunningBalance(statement.figures().opening());
    }

    /** Writes row by row, so memory doesn't depend on the number of lines. */
    public static void write(Statement statement, PartnerChains chains, LineTexts texts, ZoneId zone, Appendable out) {
        StatementCsv csv = new StatementCsv(statement, texts, zone, out);
        Figures figures = statement.figures();
        csv.balance("OPENING_BALANCE", statement.quarter().startsOn(), figures.opening());
        chains.of(statement.partnerId()).lines(statement.span(), statement.currency(), csv::line);
        Split unpaid = figures.unpaid();
        Split earned = figures.earnedSplit();
        csv.balance(
                "CLOSING_BALANCE",
                statement.quarter().endsOn(),
                figures.closing(),
                figures.revenue(),
                figures.earned(),
                figures.paid(),
                figures.takenBack(),
                unpaid == null ? null : unpaid.payable(),
                unpaid == null ? null : unpaid.waiting(),
                earned == null ? null : earned.payable(),
                earned == null ? null : earned.waiting(),
                null,
                null,
                figures.tax().vat(),
                figures.tax().withheld(),
                figures.transferred());
        csv.csv.flush();
    }

    private void line(StatementLine line) {
        @Nullable
        Object[] row = padded(
                line.number(),
                line.bookedOn(zone),
                line.valueOn(zone),
                line.kind(),
                line.organisation(),
                line.dealId(),
                line.referralId(),
                line.commissionId(),
                line.revenue(),
                line.earned(),
                line.paid(),
                balance.after(line),
                statement.currency().getCode(),
                line.transactionId(),
                line.hash());
        row[TAX] = line.tax().vat();
        row[TAX + 1] = line.tax().withheld();
        row[TITLE] = texts.title(line);
        row[TITLE + 1] = String.join(" ", texts.explanation(line));
        csv.row(row);
    }

    private void balance(String kind, LocalDate day, Money amount, @Nullable Object... totals) {
        @Nullable Object[] row = padded(null, day, day, kind);
        row[COLUMNS.indexOf("balance")] = amount;
        row[COLUMNS.indexOf("currency")] = statement.currency().getCode();
        System.arraycopy(totals, 0, row, TOTALS, totals.length);
        csv.row(row);
    }

    private static @Nullable Object[] padded(@Nullable Object... cells) {
        return Arrays.copyOf(cells, COLUMNS.size());
    }
}

package io.entente.partner.reciprocity.web;

import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.MoneyJson;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** Writes balances as CSV, one row for each. Amounts in several currencies are in one cell. */
final class BalancesCsv {

    private static final List<String> COLUMNS =
            List.of("partnerId", "sent", "received", "balance", "owedBy", "nextDueOn", "overdue", "revenue", "given");

    private final SafeCsv csv;

    BalancesCsv(Writer out) {
        this.csv = new SafeCsv(out, COLUMNS);
    }

    void add(BalanceView balance) {
        csv.row(
                balance.partnerId(),
                balance.sent(),
                balance.received(),
                balance.balance(),
                balance.owedBy(),
                balance.nextDueOn(),
                balance.overdue(),
                text(balance.revenue()),
                text(balance.given()));
    }

    void flush() {
        csv.flush();
    }

    private static String text(List<MoneyJson> sums) {
        return sums.stream().map(sum -> sum.currency() + " " + sum.amount()).collect(Collectors.joining(", "));
    }
}

package io.entente.referral.crm.web;

import io.entente.platform.csv.SpreadsheetText;
import io.entente.platform.domain.MoneyJson;
import io.entente.referral.crm.waiting.WaitReason.Subject;
import io.entente.referral.crm.web.CrmDealView.WaitView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes waiting changes as CSV, one row for each change. It contains no formulas ({@link SpreadsheetText}). */
final class WaitingCsv {

    private static final List<String> COLUMNS = List.of(
            "since",
            "crm",
            "crmDealId",
            "referralId",
            "subject",
            "reason",
            "stage",
            "recordedAmount",
            "recordedCurrency",
            "reportedAmount",
            "reportedCurrency",
            "explanation");

    private final CSVPrinter printer;

    /** Writes the header. */
    WaitingCsv(Appendable out) throws IOException {
        this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(COLUMNS);
    }

    void add(CrmDealView deal) {
        try {
            print(deal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(CrmDealView deal) throws IOException {
        for (WaitView wait : deal.waits()) {
            String stage =
                    deal.waiting().isEmpty() ? null : deal.waiting().get(0).stage();
            printer.printRecord(Stream.of(
                            wait.since().toString(),
                            deal.crm(),
                            deal.crmDealId(),
                            text(deal.referralId()),
                            wait.subject().name(),
                            wait.reason().name(),
                            wait.subject() == Subject.STAGE ? text(stage) : "",
                            amount(wait.recorded()),
                            currency(wait.recorded()),
                            amount(wait.reported()),
                            currency(wait.reported()),
                            wait.explanation())
                    .map(SpreadsheetText::harmless)
                    .toList());
        }
    }

    void flush() throws IOException {
        printer.flush();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String amount(@Nullable MoneyJson money) {
        return money == null ? "" : money.amount();
    }

    private static String currency(@Nullable MoneyJson money) {
        return money == null ? "" : money.currency();
    }
}

package io.entente.referral.crm.web;

import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.web.files.CsvExport;
import io.entente.referral.crm.waiting.WaitReason.Subject;
import io.entente.referral.crm.web.CrmDealView.WaitView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The CSV export of waiting changes, with one row for each change. */
final class WaitingCsv {

    static final CsvExport<CrmDealView> EXPORT = new CsvExport<>(
            "waiting-changes.csv",
            List.of(
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
                    "explanation"),
            WaitingCsv::add);

    private WaitingCsv() {}

    private static void add(CrmDealView deal, SafeCsv csv) {
        for (WaitView wait : deal.waits()) {
            boolean hasStage =
                    wait.subject() == Subject.STAGE && !deal.waiting().isEmpty();
            csv.row(
                    wait.since(),
                    deal.crm(),
                    deal.crmDealId(),
                    deal.referralId(),
                    wait.subject(),
                    wait.reason(),
                    hasStage ? deal.waiting().get(0).stage() : null,
                    amount(wait.recorded()),
                    currency(wait.recorded()),
                    amount(wait.reported()),
                    currency(wait.reported()),
                    wait.explanation());
        }
    }

    private static @Nullable Object amount(@Nullable MoneyJson money) {
        return money == null ? null : money.toMoney();
    }

    private static @Nullable String currency(@Nullable MoneyJson money) {
        return money == null ? null : money.currency();
    }
}

package io.entente.referral.referral.lists;

import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.MoneyJson;
import io.entente.referral.referral.view.ReferralView;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes referrals as CSV, one row for each. It contains no contact of a client. */
public final class ReferralsCsv {

    private static final List<String> COLUMNS = List.of(
            "referralId",
            "submittedAt",
            "partnerId",
            "direction",
            "status",
            "client",
            "domain",
            "country",
            "service",
            "involvement",
            "expectedValue",
            "currency",
            "responseDueAt",
            "acceptedAt",
            "protectedUntil",
            "endedAt",
            "reasonCode",
            "duplicateOf");

    private final SafeCsv csv;

    public ReferralsCsv(Writer out) {
        this.csv = new SafeCsv(out, COLUMNS);
    }

    public void add(ReferralView referral) {
        MoneyJson value = referral.expectedValue();
        csv.row(
                referral.id(),
                referral.submittedAt(),
                referral.partnerId(),
                referral.direction(),
                referral.status(),
                referral.client().organisation(),
                referral.client().domain(),
                referral.client().country(),
                referral.service(),
                referral.involvement(),
                amount(value),
                value == null ? null : value.currency(),
                referral.responseDueAt(),
                referral.acceptedAt(),
                referral.protectedUntil(),
                referral.endedAt(),
                referral.reasonCode(),
                referral.duplicateOf());
    }

    public void flush() {
        csv.flush();
    }

    private static @Nullable BigDecimal amount(@Nullable MoneyJson money) {
        return money == null ? null : new BigDecimal(money.amount());
    }
}

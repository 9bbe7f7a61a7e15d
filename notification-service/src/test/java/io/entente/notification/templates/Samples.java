package io.entente.notification.templates;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.Money;

/** Facts of each kind of message, as the contracts' samples have them. */
final class Samples {

    static final Instant DUE = Instant.parse("2026-03-03T02:15:00Z");

    private Samples() {}

    static Facts required(MessageKind kind) {
        Facts about = Facts.none().with("client", "Brightwater Logistics").with("service", "Data platform");
        return switch (kind) {
            case REFERRAL_RECEIVED, REFERRAL_INTRODUCED, REFERRAL_ACCEPTED -> about;
            case REFERRAL_DECLINED -> about.with("reason", "The project is smaller than the firm can deliver well.");
            case DEAL_WON ->
                about.with("amount", Money.parse("USD 10540.00")).with("closedOn", LocalDate.of(2026, 4, 2));
            case COMMISSION_ACCRUED ->
                about.with("amount", Money.parse("USD 105.40"))
                        .with("dealAmount", Money.parse("USD 1054.00"))
                        .with("closedOn", LocalDate.of(2026, 4, 2))
                        .with("plan", "standard-referral")
                        .with("planVersion", "3")
                        .with("commissionId", "com_1");
            case NO_COMMISSION_DUE ->
                about.with("dealAmount", Money.parse("USD 3200.00"))
                        .withWord("reason", "no-commission-due.because", "TERM_ENDED")
                        .with("commissionId", "com_1");
        };
    }

    static Facts all(MessageKind kind) {
        return required(kind)
                .with("due", DUE)
                .with("protectedUntil", Instant.parse("2026-09-03T15:59:59Z"))
                .with("nextUpdate", Instant.parse("2026-03-18T02:05:00Z"))
                .with("alternative", "Quayside Studio serves businesses of this size.")
                .with("rate", new BigDecimal("0.10"))
                .with("share", new BigDecimal("0.375"));
    }
}

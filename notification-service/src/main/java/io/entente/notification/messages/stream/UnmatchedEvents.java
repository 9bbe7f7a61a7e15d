package io.entente.notification.messages.stream;

import io.entente.notification.messages.Origin;
import io.entente.notification.messages.stream.announced.AnnouncedEvent.ForFirm;
import io.entente.notification.messages.stream.announced.EventType;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import io.entente.platform.domain.MoneyJson;
import java.time.LocalDate;
import java.util.List;

/** The events of reports that fit nothing on record, on {@code commission.events}. */
final class UnmatchedEvents {

    static final List<EventType> TYPES = List.of(
            new EventType("commission.payment-unmatched.v1", PaymentUnmatched.class),
            new EventType("commission.bank-report-unmatched.v1", BankReportUnmatched.class));

    private UnmatchedEvents() {}

    /** {@code commission.payment-unmatched.v1}. Only a team is notified, because the partner may be unknown. */
    record PaymentUnmatched(
            String paymentId,
            String dealId,
            String partnerId,
            String kind,
            MoneyJson amount,
            LocalDate on,
            Origin origin)
            implements ForFirm {

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("team-payment-unmatched");
        }

        @Override
        public Facts facts() {
            return Facts.none()
                    .with("paymentId", paymentId)
                    .withWord("report", "report", kind)
                    .with("dealId", dealId)
                    .with("amount", amount.toMoney())
                    .with("on", on);
        }
    }

    /** {@code commission.bank-report-unmatched.v1}. Only a team is notified, because a report is about many partners. */
    record BankReportUnmatched(
            String reportId, String partnerId, String messageId, long items, long open, Origin origin)
            implements ForFirm {

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("team-bank-report-unmatched");
        }

        @Override
        public Facts facts() {
            return Facts.none()
                    .with("reportId", reportId)
                    .with("messageId", messageId)
                    .with("items", Long.toString(items))
                    .with("open", Long.toString(open));
        }
    }
}

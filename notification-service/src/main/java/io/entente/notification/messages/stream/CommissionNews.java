package io.entente.notification.messages.stream;

import io.entente.messaging.envelope.EventEnvelope;
import io.entente.messaging.money.MoneyJson;
import io.entente.notification.messages.News;
import io.entente.notification.messages.Origin;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.MessageKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code commission.events}, and what it tells of them. */
final class CommissionNews {

    private CommissionNews() {}

    /** {@code commission.commission-accrued.v1}. */
    record CommissionAccrued(
            String commissionId,
            String partnerId,
            Client client,
            MoneyJson dealAmount,
            MoneyJson amount,
            Plan plan,
            @Nullable BigDecimal rate,
            BigDecimal share,
            LocalDate closedOn,
            Origin origin) {

        record Plan(String code, int version) {}

        News news(EventEnvelope envelope) {
            Facts facts = Facts.none()
                    .with("client", client.organisation())
                    .with("amount", amount.toMoney())
                    .with("dealAmount", dealAmount.toMoney())
                    .with("closedOn", closedOn)
                    .with("plan", plan.code())
                    .with("planVersion", Integer.toString(plan.version()))
                    .with("rate", rate)
                    // The whole share is no news: only a part of it needs a word.
                    .with("share", share.compareTo(BigDecimal.ONE) == 0 ? null : share)
                    .with("commissionId", commissionId);
            return new News(
                    envelope.id(), envelope.type(), origin, Set.of(partnerId), MessageKind.COMMISSION_ACCRUED, facts);
        }
    }

    /** {@code commission.no-commission-due.v1}. */
    record NoCommissionDue(
            String commissionId, String partnerId, Client client, MoneyJson dealAmount, String reason, Origin origin) {

        News news(EventEnvelope envelope) {
            Facts facts = Facts.none()
                    .with("client", client.organisation())
                    .with("dealAmount", dealAmount.toMoney())
                    .withWord("reason", "no-commission-due.because", reason)
                    .with("commissionId", commissionId);
            return new News(
                    envelope.id(), envelope.type(), origin, Set.of(partnerId), MessageKind.NO_COMMISSION_DUE, facts);
        }
    }
}

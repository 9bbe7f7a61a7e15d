package io.entente.notification.messages.stream;

import io.entente.messaging.envelope.EventEnvelope;
import io.entente.messaging.money.MoneyJson;
import io.entente.notification.messages.News;
import io.entente.notification.messages.Origin;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.MessageKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code referral.events}, and what it tells of them. */
final class ReferralNews {

    private ReferralNews() {}

    /** {@code referral.referral-submitted.v1}. */
    record ReferralSubmitted(
            String partnerId,
            String direction,
            Client client,
            String service,
            @Nullable Instant responseDueAt,
            Origin origin) {

        News news(EventEnvelope envelope) {
            MessageKind kind =
                    direction.equals("OUTBOUND") ? MessageKind.REFERRAL_INTRODUCED : MessageKind.REFERRAL_RECEIVED;
            return new News(
                    envelope.id(),
                    envelope.type(),
                    origin,
                    Set.of(partnerId),
                    kind,
                    about(client, service).with("due", responseDueAt));
        }
    }

    /** {@code referral.referral-accepted.v1}. */
    record ReferralAccepted(
            String partnerId,
            Client client,
            String service,
            @Nullable Instant protectedUntil,
            @Nullable Instant nextUpdateDueAt,
            Origin origin) {

        News news(EventEnvelope envelope) {
            return new News(
                    envelope.id(),
                    envelope.type(),
                    origin,
                    Set.of(partnerId),
                    MessageKind.REFERRAL_ACCEPTED,
                    about(client, service)
                            .with("protectedUntil", protectedUntil)
                            .with("nextUpdate", nextUpdateDueAt));
        }
    }

    /** {@code referral.referral-declined.v1}. */
    record ReferralDeclined(
            String partnerId,
            Client client,
            String service,
            String reason,
            @Nullable String alternative,
            Origin origin) {

        News news(EventEnvelope envelope) {
            return new News(
                    envelope.id(),
                    envelope.type(),
                    origin,
                    Set.of(partnerId),
                    MessageKind.REFERRAL_DECLINED,
                    about(client, service).with("reason", reason).with("alternative", alternative));
        }
    }

    /** {@code referral.deal-closed.v1}: told to everybody who gets credit for it. */
    record DealClosed(
            String partnerId,
            Client client,
            String service,
            MoneyJson amount,
            LocalDate closedOn,
            List<Credit> credit,
            Origin origin) {

        record Credit(String partnerId) {}

        News news(EventEnvelope envelope) {
            Set<String> all = new LinkedHashSet<>(Set.of(partnerId));
            credit.forEach(share -> all.add(share.partnerId()));
            return new News(
                    envelope.id(),
                    envelope.type(),
                    origin,
                    all,
                    MessageKind.DEAL_WON,
                    about(client, service).with("amount", amount.toMoney()).with("closedOn", closedOn));
        }
    }

    private static Facts about(Client client, String service) {
        return Facts.none().with("client", client.organisation()).with("service", service);
    }
}

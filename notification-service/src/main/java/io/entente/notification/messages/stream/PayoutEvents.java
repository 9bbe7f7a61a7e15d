package io.entente.notification.messages.stream;

import io.entente.notification.messages.Origin;
import io.entente.notification.messages.stream.announced.AnnouncedEvent;
import io.entente.notification.messages.stream.announced.AnnouncedEvent.ForFirm;
import io.entente.notification.messages.stream.announced.EventType;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import io.entente.platform.domain.MoneyJson;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The events of payouts and of their corrections on {@code commission.events}. */
final class PayoutEvents {

    static final List<EventType> TYPES = List.of(
            new EventType("commission.payout-approved.v1", PayoutApproved.class),
            new EventType("commission.payout-paid.v1", PayoutPaid.class),
            new EventType("commission.payout-failed.v1", PayoutFailed.class),
            new EventType("commission.payout-returned.v1", PayoutReturned.class),
            new EventType("commission.outcome-correction-requested.v1", OutcomeCorrectionRequested.class));

    private PayoutEvents() {}

    /** An event of a payout. */
    interface PayoutEvent extends AnnouncedEvent {

        String payoutId();

        MoneyJson amount();

        default Facts commonFacts() {
            return Facts.none().with("payoutId", payoutId()).with("amount", amount().toMoney());
        }

        /** What the amount consists of, if it isn't the commission alone. */
        static Facts withParts(
                Facts facts, @Nullable MoneyJson commission, @Nullable MoneyJson vat, @Nullable MoneyJson withheld) {
            if (commission == null || vat == null || withheld == null) {
                return facts;
            }
            Money added = vat.toMoney();
            Money kept = withheld.toMoney();
            return added.isZero() && kept.isZero()
                    ? facts
                    : facts.with("commission", commission.toMoney())
                            .with("vat", added)
                            .with("withheld", kept);
        }
    }

    /** {@code commission.payout-approved.v1}. */
    record PayoutApproved(
            String payoutId,
            String partnerId,
            MoneyJson amount,
            @Nullable MoneyJson commission,
            @Nullable MoneyJson vat,
            @Nullable MoneyJson withheld,
            @Nullable LocalDate executeOn,
            Origin origin)
            implements PayoutEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("payout-approved");
        }

        @Override
        public Facts facts() {
            return PayoutEvent.withParts(commonFacts().with("executeOn", executeOn), commission, vat, withheld);
        }
    }

    /** {@code commission.payout-paid.v1}. */
    record PayoutPaid(
            String payoutId,
            String partnerId,
            MoneyJson amount,
            @Nullable MoneyJson commission,
            @Nullable MoneyJson vat,
            @Nullable MoneyJson withheld,
            LocalDate paidOn,
            @Nullable String reference,
            Origin origin)
            implements PayoutEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("payout-paid");
        }

        @Override
        public Facts facts() {
            return PayoutEvent.withParts(
                    commonFacts().with("paidOn", paidOn).with("reference", reference), commission, vat, withheld);
        }
    }

    /** {@code commission.payout-failed.v1}. */
    record PayoutFailed(String payoutId, String partnerId, MoneyJson amount, String reason, Origin origin)
            implements PayoutEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("payout-failed");
        }

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("team-payout-failed");
        }

        @Override
        public Facts facts() {
            return commonFacts().withReason(reason, null);
        }
    }

    /** {@code commission.payout-returned.v1}. */
    record PayoutReturned(
            String payoutId, String partnerId, MoneyJson amount, LocalDate returnedOn, String reason, Origin origin)
            implements PayoutEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("payout-returned");
        }

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("team-payout-returned");
        }

        @Override
        public Facts facts() {
            return commonFacts().with("returnedOn", returnedOn).withReason(reason, null);
        }
    }

    /** {@code commission.outcome-correction-requested.v1}. Only a team is notified, because nothing has changed for the partner. */
    record OutcomeCorrectionRequested(
            String payoutId,
            String partnerId,
            MoneyJson amount,
            String correctionId,
            @Nullable LocalDate paidOn,
            String actor,
            Origin origin)
            implements ForFirm {

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of(paidOn == null ? "team-payout-correction-failed" : "team-payout-correction-paid");
        }

        @Override
        public Facts facts() {
            return Facts.none()
                    .with("payoutId", payoutId)
                    .with("amount", amount.toMoney())
                    .with("correctionId", correctionId)
                    .with("paidOn", paidOn)
                    .with("requestedBy", actor);
        }
    }
}

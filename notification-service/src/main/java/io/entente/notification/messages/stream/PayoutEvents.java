package io.entente.notification.messages.stream;

import io.entente.notification.messages.Origin;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import io.entente.platform.domain.MoneyJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The events of statements, payouts, payment details and payments on {@code commission.events}. */
final class PayoutEvents {

    static final List<EventType> TYPES = List.of(
            new EventType("commission.statement-issued.v1", StatementIssued.class),
            new EventType("commission.statement-finalized.v1", StatementFinalized.class),
            new EventType("commission.payout-approved.v1", PayoutApproved.class),
            new EventType("commission.payout-paid.v1", PayoutPaid.class),
            new EventType("commission.payout-failed.v1", PayoutFailed.class),
            new EventType("commission.payout-returned.v1", PayoutReturned.class),
            new EventType("commission.outcome-correction-requested.v1", OutcomeCorrectionRequested.class),
            new EventType("commission.payee-change-requested.v1", PayeeChangeRequested.class),
            new EventType("commission.payee-changed.v1", PayeeChanged.class),
            new EventType("commission.invoice-issued.v1", InvoiceIssued.class),
            new EventType("commission.payment-unmatched.v1", PaymentUnmatched.class),
            new EventType("commission.bank-report-unmatched.v1", BankReportUnmatched.class),
            new EventType("commission.plan-change-announced.v1", PlanChangeAnnounced.class));

    private PayoutEvents() {}

    /** {@code commission.payment-unmatched.v1}. Only a team is notified, because the partner may be unknown. */
    record PaymentUnmatched(
            String paymentId, String dealId, String partnerId, MoneyJson amount, LocalDate on, Origin origin)
            implements AnnouncedEvent {

        @Override
        public @Nullable TemplateName partnerTemplate() {
            return null;
        }

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("team-payment-unmatched");
        }

        @Override
        public Facts facts() {
            return Facts.none()
                    .with("paymentId", paymentId)
                    .with("dealId", dealId)
                    .with("amount", amount.toMoney())
                    .with("on", on);
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
            implements AnnouncedEvent {

        @Override
        public @Nullable TemplateName partnerTemplate() {
            return null;
        }

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

    /** {@code commission.bank-report-unmatched.v1}. Only a team is notified, because a report is about many partners. */
    record BankReportUnmatched(
            String reportId, String partnerId, String messageId, long items, long open, Origin origin)
            implements AnnouncedEvent {

        @Override
        public @Nullable TemplateName partnerTemplate() {
            return null;
        }

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

    /** {@code commission.plan-change-announced.v1}. */
    record PlanChangeAnnounced(
            String partnerId,
            String name,
            @Nullable Boolean retired,
            LocalDate effectiveFrom,
            @Nullable String reason,
            @Nullable Pays before,
            @Nullable Pays after,
            Origin origin)
            implements AnnouncedEvent {

        /** What a version of a plan pays. */
        record Pays(List<String> rates, @Nullable MoneyJson fee) {

            static @Nullable BigDecimal highestOf(@Nullable Pays pays) {
                return pays == null || pays.rates().isEmpty()
                        ? null
                        : new BigDecimal(pays.rates().get(pays.rates().size() - 1));
            }

            static @Nullable Money feeOf(@Nullable Pays pays) {
                return pays == null || pays.fee() == null ? null : pays.fee().toMoney();
            }
        }

        @Override
        public TemplateName partnerTemplate() {
            if (Boolean.TRUE.equals(retired)) {
                return TemplateName.of(after == null ? "plan-ended-announced" : "plan-replaced-announced");
            }
            return TemplateName.of(after == null ? "plan-uncovered-announced" : "plan-change-announced");
        }

        @Override
        public Facts facts() {
            return Facts.none()
                    .with("plan", name)
                    .with("startsOn", effectiveFrom)
                    .with("before", Pays.highestOf(before))
                    .with("rate", Pays.highestOf(after))
                    .with("amount", Pays.feeOf(after))
                    .with("reason", reason);
        }
    }

    /** An event of a statement. A negative balance is carried forward, and the message explains that. */
    interface StatementEvent extends AnnouncedEvent {

        record Period(LocalDate startsOn, LocalDate endsOn) {}

        Period period();

        int referrals();

        MoneyJson revenue();

        MoneyJson earned();

        @Nullable
        MoneyJson earnedPayable();

        @Nullable
        MoneyJson earnedWaiting();

        MoneyJson paid();

        MoneyJson closingBalance();

        @Override
        default Facts facts() {
            Money closing = closingBalance().toMoney();
            return Facts.none()
                    .with("startsOn", period().startsOn())
                    .with("endsOn", period().endsOn())
                    .with("referrals", Integer.toString(referrals()))
                    .with("revenue", revenue().toMoney())
                    .with("earned", earned().toMoney())
                    .with("earnedPayable", money(earnedPayable()))
                    .with("earnedWaiting", money(earnedWaiting()))
                    .with("paid", paid().toMoney())
                    .with("closingBalance", closing)
                    .with("carried", closing.isNegative() ? closing.negated() : null);
        }

        private static @Nullable Money money(@Nullable MoneyJson json) {
            return json == null ? null : json.toMoney();
        }
    }

    /** {@code commission.statement-issued.v1}. */
    record StatementIssued(
            String partnerId,
            Period period,
            int referrals,
            MoneyJson revenue,
            MoneyJson earned,
            @Nullable MoneyJson earnedPayable,
            @Nullable MoneyJson earnedWaiting,
            MoneyJson paid,
            MoneyJson closingBalance,
            Origin origin)
            implements StatementEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("statement-issued");
        }
    }

    /** {@code commission.statement-finalized.v1}. */
    record StatementFinalized(
            String partnerId,
            Period period,
            int referrals,
            MoneyJson revenue,
            MoneyJson earned,
            @Nullable MoneyJson earnedPayable,
            @Nullable MoneyJson earnedWaiting,
            MoneyJson paid,
            MoneyJson closingBalance,
            Origin origin)
            implements StatementEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("statement-finalized");
        }
    }

    /** {@code commission.invoice-issued.v1}. What was kept back is mentioned if there is any. */
    record InvoiceIssued(
            String invoiceNumber,
            String partnerId,
            String kind,
            StatementEvent.Period period,
            MoneyJson net,
            MoneyJson vat,
            MoneyJson gross,
            MoneyJson withheld,
            MoneyJson payable,
            @Nullable String corrects,
            Origin origin)
            implements AnnouncedEvent {

        private static final String CREDIT_NOTE = "CREDIT_NOTE";

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of(kind.equals(CREDIT_NOTE) ? "credit-note-issued" : "invoice-issued");
        }

        @Override
        public Facts facts() {
            boolean keptBack = withheld.toMoney().isPositive();
            return Facts.none()
                    .with("invoiceNumber", invoiceNumber)
                    .with("startsOn", period.startsOn())
                    .with("endsOn", period.endsOn())
                    .with("net", net.toMoney())
                    .with("vat", vat.toMoney())
                    .with("gross", gross.toMoney())
                    .with("withheld", keptBack ? withheld.toMoney() : null)
                    .with("payable", keptBack ? payable.toMoney() : null)
                    .with("corrects", corrects);
        }
    }

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

    /** {@code commission.payee-change-requested.v1}. The partner hears of it, so that it can object to a change it doesn't know. */
    record PayeeChangeRequested(String partnerId, Origin origin) implements AnnouncedEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("payee-change-requested");
        }

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("team-payee-change-requested");
        }

        @Override
        public Facts facts() {
            return Facts.none();
        }
    }

    /** {@code commission.payee-changed.v1}. */
    record PayeeChanged(String partnerId, Origin origin) implements AnnouncedEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("payee-changed");
        }

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("team-payee-changed");
        }

        @Override
        public Facts facts() {
            return Facts.none();
        }
    }
}

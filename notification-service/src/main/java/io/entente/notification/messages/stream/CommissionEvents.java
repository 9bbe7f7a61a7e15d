package io.entente.notification.messages.stream;

import io.entente.notification.messages.Origin;
import io.entente.notification.messages.stream.announced.AnnouncedEvent;
import io.entente.notification.messages.stream.announced.EventType;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import io.entente.platform.domain.MoneyJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The events of a commission on {@code commission.events}. */
final class CommissionEvents {

    static final List<EventType> TYPES = List.of(
            new EventType("commission.commission-accrued.v1", CommissionAccrued.class),
            new EventType("commission.no-commission-due.v1", NoCommissionDue.class),
            new EventType("commission.commission-released.v1", CommissionReleased.class),
            new EventType("commission.commission-held.v1", CommissionHeld.class),
            new EventType("commission.commission-adjusted.v1", CommissionAdjusted.class),
            new EventType("commission.commission-clawed-back.v1", CommissionClawedBack.class),
            new EventType("commission.commission-voided.v1", CommissionVoided.class));

    private CommissionEvents() {}

    /** The message about a reversed deal says that its commission is taken back, so there is no second one. */
    private static boolean isToldWith(@Nullable Boolean dealReversed) {
        return Boolean.TRUE.equals(dealReversed);
    }

    /** An event of a commission. */
    interface CommissionEvent extends AnnouncedEvent {

        String commissionId();

        Client client();

        default Facts commonFacts() {
            return Facts.none().with("client", client().organisation()).with("commissionId", commissionId());
        }
    }

    /** A client's payment on a retainer. */
    record Payment(MoneyJson amount, LocalDate paidOn) {}

    /**
     * {@code commission.commission-accrued.v1}.
     *
     * @param payment absent if it was earned at the closing of a deal
     * @param kept what was paid and kept of the retainer so far; absent if there is no payment
     * @param earnedBefore what the payments before earned; absent if there are none
     * @param rates absent unless several rates apply
     * @param floor absent unless it raised the amount
     * @param capPerDeal absent unless it reduced the amount
     * @param capPerYear absent unless it reduced the amount
     */
    record CommissionAccrued(
            String commissionId,
            String partnerId,
            Client client,
            MoneyJson dealAmount,
            MoneyJson amount,
            Plan plan,
            @Nullable BigDecimal rate,
            @Nullable Payment payment,
            @Nullable MoneyJson kept,
            @Nullable MoneyJson earnedBefore,
            @Nullable List<Rated> rates,
            @Nullable MoneyJson floor,
            @Nullable MoneyJson capPerDeal,
            @Nullable MoneyJson capPerYear,
            BigDecimal share,
            LocalDate closedOn,
            Origin origin)
            implements CommissionEvent {

        record Plan(String code, int version) {}

        /** A rate that applies to a part of the amount. */
        record Rated(BigDecimal rate) {}

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of(payment == null ? "commission-accrued" : "commission-accrued-on-payment");
        }

        @Override
        public Facts facts() {
            return commonFacts()
                    .with("amount", amount.toMoney())
                    .with("dealAmount", dealAmount.toMoney())
                    .with("closedOn", closedOn)
                    .with("plan", plan.code())
                    .with("planVersion", Integer.toString(plan.version()))
                    .with("rate", rate)
                    .with("paid", payment == null ? null : payment.amount().toMoney())
                    .with("paidOn", payment == null ? null : payment.paidOn())
                    .with("kept", money(kept))
                    .with("earnedBefore", money(earnedBefore))
                    .with("lowestRate", rates == null ? null : rates.get(0).rate())
                    .with(
                            "highestRate",
                            rates == null ? null : rates.get(rates.size() - 1).rate())
                    .with("floor", money(floor))
                    .with("capPerDeal", money(capPerDeal))
                    .with("capPerYear", money(capPerYear))
                    // A full share is the normal case, so the message mentions only a smaller one.
                    .with("share", share.compareTo(BigDecimal.ONE) == 0 ? null : share);
        }

        private static @Nullable Money money(@Nullable MoneyJson amount) {
            return amount == null ? null : amount.toMoney();
        }
    }

    /**
     * {@code commission.no-commission-due.v1}. Teams are notified only if the program's plans have a gap, because only
     * this needs their attention.
     *
     * @param payment absent if it is about the closing of a deal
     * @param engagement the agreed time of the retainer; absent if it is about the closing of a deal
     */
    record NoCommissionDue(
            String commissionId,
            String partnerId,
            Client client,
            MoneyJson dealAmount,
            String reason,
            @Nullable Payment payment,
            @Nullable Engagement engagement,
            Origin origin)
            implements CommissionEvent {

        /** The agreed time of a retainer. */
        record Engagement(@Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {}

        private static final String OUTSIDE = "OUTSIDE_ENGAGEMENT";
        private static final String BEFORE = "BEFORE_ENGAGEMENT";
        private static final String AFTER = "AFTER_ENGAGEMENT";
        private static final String REVERSED = "REVERSED_BEFORE";

        private static final Set<String> GAPS_IN_PLANS = Set.of("NO_PLAN_IN_FORCE", "CURRENCY_DIFFERS");

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of(payment == null ? "no-commission-due" : "no-commission-due-on-payment");
        }

        @Override
        public @Nullable TemplateName teamTemplate() {
            if (!GAPS_IN_PLANS.contains(reason)) {
                return null;
            }
            return TemplateName.of(payment == null ? "team-deal-without-plan" : "team-payment-without-plan");
        }

        @Override
        public boolean isCopiedToTeams() {
            return false;
        }

        @Override
        public Facts facts() {
            String exactly = exactly();
            return commonFacts()
                    .with("dealAmount", dealAmount.toMoney())
                    .with("paid", payment == null ? null : payment.amount().toMoney())
                    .with("paidOn", payment == null ? null : payment.paidOn())
                    .with("startsOn", exactly.equals(BEFORE) && engagement != null ? engagement.startsOn() : null)
                    .with("endsOn", exactly.equals(AFTER) && engagement != null ? engagement.endsOn() : null)
                    .withWord("reason", "no-commission-due.because", exactly)
                    .withWord("gap", "team-deal-without-plan.because", reason);
        }

        /** Says on which side of the engagement a payment is, or that the deal was reversed before it. */
        private String exactly() {
            if (!reason.equals(OUTSIDE) || payment == null) {
                return reason;
            }
            LocalDate starts = engagement == null ? null : engagement.startsOn();
            if (starts != null && payment.paidOn().isBefore(starts)) {
                return BEFORE;
            }
            LocalDate ends = engagement == null ? null : engagement.endsOn();
            return ends != null && payment.paidOn().isAfter(ends) ? AFTER : REVERSED;
        }
    }

    /**
     * {@code commission.commission-released.v1}.
     *
     * @param status absent or {@code PAYABLE}, or the status from before a hold
     */
    record CommissionReleased(
            String commissionId,
            String partnerId,
            Client client,
            MoneyJson amount,
            @Nullable String status,
            Origin origin)
            implements CommissionEvent {

        /** A commission of which nothing is left, such as one that was taken back while it was on hold, is no news. */
        @Override
        public @Nullable TemplateName partnerTemplate() {
            if (amount.toMoney().isZero()) {
                return null;
            }
            return status == null || status.equals("PAYABLE")
                    ? TemplateName.of("commission-released")
                    : TemplateName.of("commission-freed");
        }

        @Override
        public Facts facts() {
            return commonFacts().with("amount", amount.toMoney());
        }
    }

    /** {@code commission.commission-held.v1}. */
    record CommissionHeld(
            String commissionId, String partnerId, Client client, MoneyJson amount, String reason, Origin origin)
            implements CommissionEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("commission-held");
        }

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("team-commission-held");
        }

        @Override
        public Facts facts() {
            return commonFacts().with("amount", amount.toMoney()).withReason(reason, null);
        }
    }

    /** {@code commission.commission-adjusted.v1}; the amount may be negative. */
    record CommissionAdjusted(
            String commissionId,
            String partnerId,
            Client client,
            MoneyJson amount,
            @Nullable MoneyJson total,
            String reason,
            @Nullable String reasonCode,
            Origin origin)
            implements CommissionEvent {

        @Override
        public @Nullable TemplateName partnerTemplate() {
            return amount.toMoney().isZero() ? null : TemplateName.of("commission-adjusted");
        }

        @Override
        public Facts facts() {
            return commonFacts()
                    .with("amount", amount.toMoney())
                    .with("total", total == null ? null : total.toMoney())
                    .withReason(reasonCode == null ? reason : null, reasonCode);
        }
    }

    /** {@code commission.commission-clawed-back.v1}. */
    record CommissionClawedBack(
            String commissionId,
            String partnerId,
            Client client,
            MoneyJson amount,
            String reason,
            @Nullable Boolean dealReversed,
            @Nullable String reasonCode,
            Origin origin)
            implements CommissionEvent {

        @Override
        public @Nullable TemplateName partnerTemplate() {
            return isToldWith(dealReversed) ? null : TemplateName.of("commission-clawed-back");
        }

        @Override
        public Facts facts() {
            return commonFacts()
                    .with("amount", amount.toMoney())
                    .withReason(reasonCode == null ? reason : null, reasonCode);
        }
    }

    /** {@code commission.commission-voided.v1}. */
    record CommissionVoided(
            String commissionId,
            String partnerId,
            Client client,
            MoneyJson amount,
            String reason,
            @Nullable Boolean dealReversed,
            @Nullable String reasonCode,
            Origin origin)
            implements CommissionEvent {

        @Override
        public @Nullable TemplateName partnerTemplate() {
            return isToldWith(dealReversed) ? null : TemplateName.of("commission-voided");
        }

        @Override
        public Facts facts() {
            return commonFacts()
                    .with("amount", amount.toMoney())
                    .withReason(reasonCode == null ? reason : null, reasonCode);
        }
    }
}

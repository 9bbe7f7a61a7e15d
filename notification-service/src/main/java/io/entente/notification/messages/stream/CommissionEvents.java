package io.entente.notification.messages.stream;

import io.entente.notification.messages.Origin;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import io.entente.platform.domain.MoneyJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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

    /** An event of a commission. */
    interface CommissionEvent extends AnnouncedEvent {

        String commissionId();

        Client client();

        default Facts commonFacts() {
            return Facts.none().with("client", client().organisation()).with("commissionId", commissionId());
        }
    }

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
            Origin origin)
            implements CommissionEvent {

        record Plan(String code, int version) {}

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("commission-accrued");
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
                    // A full share is the normal case, so the message mentions only a smaller one.
                    .with("share", share.compareTo(BigDecimal.ONE) == 0 ? null : share);
        }
    }

    /**
     * {@code commission.no-commission-due.v1}. Teams are notified only if the program's plans have a gap, because only
     * this needs their attention.
     */
    record NoCommissionDue(
            String commissionId, String partnerId, Client client, MoneyJson dealAmount, String reason, Origin origin)
            implements CommissionEvent {

        private static final Set<String> GAPS_IN_PLANS = Set.of("NO_PLAN_IN_FORCE", "CURRENCY_DIFFERS");

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("no-commission-due");
        }

        @Override
        public @Nullable TemplateName teamTemplate() {
            return GAPS_IN_PLANS.contains(reason) ? TemplateName.of("team-deal-without-plan") : null;
        }

        @Override
        public boolean isCopiedToTeams() {
            return false;
        }

        @Override
        public Facts facts() {
            return commonFacts()
                    .with("dealAmount", dealAmount.toMoney())
                    .withWord("reason", "no-commission-due.because", reason);
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

        @Override
        public TemplateName partnerTemplate() {
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
            Origin origin)
            implements CommissionEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("commission-adjusted");
        }

        @Override
        public Facts facts() {
            return commonFacts()
                    .with("amount", amount.toMoney())
                    .with("total", total == null ? null : total.toMoney())
                    .withReason(reason, null);
        }
    }

    /** {@code commission.commission-clawed-back.v1}. */
    record CommissionClawedBack(
            String commissionId, String partnerId, Client client, MoneyJson amount, String reason, Origin origin)
            implements CommissionEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("commission-clawed-back");
        }

        @Override
        public Facts facts() {
            return commonFacts().with("amount", amount.toMoney()).withReason(reason, null);
        }
    }

    /** {@code commission.commission-voided.v1}. */
    record CommissionVoided(
            String commissionId, String partnerId, Client client, MoneyJson amount, String reason, Origin origin)
            implements CommissionEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("commission-voided");
        }

        @Override
        public Facts facts() {
            return commonFacts().with("amount", amount.toMoney()).withReason(reason, null);
        }
    }
}

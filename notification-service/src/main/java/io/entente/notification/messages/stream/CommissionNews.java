package io.entente.notification.messages.stream;

import io.entente.notification.messages.Origin;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.MessageKind;
import io.entente.platform.domain.MoneyJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What this service reads of a commission's life, from {@code commission.events}. */
final class CommissionNews {

    private CommissionNews() {}

    /** What all of them say. */
    interface OfCommission extends Newsworthy {

        String commissionId();

        Client client();

        default Facts about() {
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
            implements OfCommission {

        record Plan(String code, int version) {}

        @Override
        public MessageKind toPartner() {
            return MessageKind.COMMISSION_ACCRUED;
        }

        @Override
        public Facts facts() {
            return about().with("amount", amount.toMoney())
                    .with("dealAmount", dealAmount.toMoney())
                    .with("closedOn", closedOn)
                    .with("plan", plan.code())
                    .with("planVersion", Integer.toString(plan.version()))
                    .with("rate", rate)
                    // The whole share is no news: only a part of it needs a word.
                    .with("share", share.compareTo(BigDecimal.ONE) == 0 ? null : share);
        }
    }

    /** {@code commission.no-commission-due.v1}. */
    record NoCommissionDue(
            String commissionId, String partnerId, Client client, MoneyJson dealAmount, String reason, Origin origin)
            implements OfCommission {

        @Override
        public MessageKind toPartner() {
            return MessageKind.NO_COMMISSION_DUE;
        }

        @Override
        public Facts facts() {
            return about().with("dealAmount", dealAmount.toMoney())
                    .withWord("reason", "no-commission-due.because", reason);
        }
    }

    /** {@code commission.commission-released.v1}: payable, or where it was before a hold. */
    record CommissionReleased(
            String commissionId,
            String partnerId,
            Client client,
            MoneyJson amount,
            @Nullable String status,
            Origin origin)
            implements OfCommission {

        @Override
        public MessageKind toPartner() {
            return status == null || status.equals("PAYABLE")
                    ? MessageKind.COMMISSION_RELEASED
                    : MessageKind.COMMISSION_FREED;
        }

        @Override
        public Facts facts() {
            return about().with("amount", amount.toMoney());
        }
    }

    /** {@code commission.commission-held.v1}. */
    record CommissionHeld(
            String commissionId, String partnerId, Client client, MoneyJson amount, String reason, Origin origin)
            implements OfCommission {

        @Override
        public MessageKind toPartner() {
            return MessageKind.COMMISSION_HELD;
        }

        @Override
        public MessageKind toTeam() {
            return MessageKind.TEAM_COMMISSION_HELD;
        }

        @Override
        public Facts facts() {
            return about().with("amount", amount.toMoney()).withReason(reason, null);
        }
    }

    /** {@code commission.commission-adjusted.v1}; the amount may be below zero. */
    record CommissionAdjusted(
            String commissionId,
            String partnerId,
            Client client,
            MoneyJson amount,
            @Nullable MoneyJson total,
            String reason,
            Origin origin)
            implements OfCommission {

        @Override
        public MessageKind toPartner() {
            return MessageKind.COMMISSION_ADJUSTED;
        }

        @Override
        public Facts facts() {
            return about().with("amount", amount.toMoney())
                    .with("total", total == null ? null : total.toMoney())
                    .withReason(reason, null);
        }
    }

    /** {@code commission.commission-clawed-back.v1}. */
    record CommissionClawedBack(
            String commissionId, String partnerId, Client client, MoneyJson amount, String reason, Origin origin)
            implements OfCommission {

        @Override
        public MessageKind toPartner() {
            return MessageKind.COMMISSION_CLAWED_BACK;
        }

        @Override
        public Facts facts() {
            return about().with("amount", amount.toMoney()).withReason(reason, null);
        }
    }

    /** {@code commission.commission-voided.v1}. */
    record CommissionVoided(
            String commissionId, String partnerId, Client client, MoneyJson amount, String reason, Origin origin)
            implements OfCommission {

        @Override
        public MessageKind toPartner() {
            return MessageKind.COMMISSION_VOIDED;
        }

        @Override
        public Facts facts() {
            return about().with("amount", amount.toMoney()).withReason(reason, null);
        }
    }
}

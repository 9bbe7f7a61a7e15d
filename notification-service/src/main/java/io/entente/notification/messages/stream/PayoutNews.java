package io.entente.notification.messages.stream;

import io.entente.notification.messages.Origin;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.MessageKind;
import io.entente.platform.domain.MoneyJson;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What this service reads of statements and payouts, from {@code commission.events}. */
final class PayoutNews {

    private PayoutNews() {}

    /** The figures of a statement; a balance below zero is carried forward, which needs a word. */
    interface OfStatement extends Newsworthy {

        record Period(LocalDate startsOn, LocalDate endsOn) {}

        Period period();

        int referrals();

        MoneyJson revenue();

        MoneyJson earned();

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
                    .with("paid", paid().toMoney())
                    .with("closingBalance", closing)
                    .with("carried", closing.isNegative() ? closing.negated() : null);
        }
    }

    /** {@code commission.statement-issued.v1}. */
    record StatementIssued(
            String partnerId,
            Period period,
            int referrals,
            MoneyJson revenue,
            MoneyJson earned,
            MoneyJson paid,
            MoneyJson closingBalance,
            Origin origin)
            implements OfStatement {

        @Override
        public MessageKind toPartner() {
            return MessageKind.STATEMENT_ISSUED;
        }
    }

    /** {@code commission.statement-finalized.v1}. */
    record StatementFinalized(
            String partnerId,
            Period period,
            int referrals,
            MoneyJson revenue,
            MoneyJson earned,
            MoneyJson paid,
            MoneyJson closingBalance,
            Origin origin)
            implements OfStatement {

        @Override
        public MessageKind toPartner() {
            return MessageKind.STATEMENT_FINALIZED;
        }
    }

    /** What all of them say. */
    interface OfPayout extends Newsworthy {

        String payoutId();

        MoneyJson amount();

        default Facts about() {
            return Facts.none().with("payoutId", payoutId()).with("amount", amount().toMoney());
        }
    }

    /** {@code commission.payout-approved.v1}. */
    record PayoutApproved(
            String payoutId, String partnerId, MoneyJson amount, @Nullable LocalDate executeOn, Origin origin)
            implements OfPayout {

        @Override
        public MessageKind toPartner() {
            return MessageKind.PAYOUT_APPROVED;
        }

        @Override
        public Facts facts() {
            return about().with("executeOn", executeOn);
        }
    }

    /** {@code commission.payout-paid.v1}. */
    record PayoutPaid(
            String payoutId,
            String partnerId,
            MoneyJson amount,
            LocalDate paidOn,
            @Nullable String reference,
            Origin origin)
            implements OfPayout {

        @Override
        public MessageKind toPartner() {
            return MessageKind.PAYOUT_PAID;
        }

        @Override
        public Facts facts() {
            return about().with("paidOn", paidOn).with("reference", reference);
        }
    }

    /** {@code commission.payout-failed.v1}. */
    record PayoutFailed(String payoutId, String partnerId, MoneyJson amount, String reason, Origin origin)
            implements OfPayout {

        @Override
        public MessageKind toPartner() {
            return MessageKind.PAYOUT_FAILED;
        }

        @Override
        public MessageKind toTeam() {
            return MessageKind.TEAM_PAYOUT_FAILED;
        }

        @Override
        public Facts facts() {
            return about().withReason(reason, null);
        }
    }

    /** {@code commission.payout-returned.v1}. */
    record PayoutReturned(
            String payoutId, String partnerId, MoneyJson amount, LocalDate returnedOn, String reason, Origin origin)
            implements OfPayout {

        @Override
        public MessageKind toPartner() {
            return MessageKind.PAYOUT_RETURNED;
        }

        @Override
        public MessageKind toTeam() {
            return MessageKind.TEAM_PAYOUT_RETURNED;
        }

        @Override
        public Facts facts() {
            return about().with("returnedOn", returnedOn).withReason(reason, null);
        }
    }
}

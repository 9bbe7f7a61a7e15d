package io.entente.notification.messages.stream;

import io.entente.notification.messages.Origin;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.MessageKind;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What this service reads of the clocks that run on promises. The partner hears of those that it has to keep itself. */
final class SlaNews {

    private static final String PARTNER = "partner:";

    private SlaNews() {}

    /** What all of them say. */
    interface OfClock extends AboutReferral {

        String referralId();

        String clock();

        Instant dueAt();

        /** Who has to keep it, {@code role:ops} or {@code partner:<id>}; absent while nobody is named. */
        default @Nullable String owner() {
            return null;
        }

        /** Outbound the answer and the next news are the partner's to give, too. */
        default @Nullable MessageKind ifPartners(MessageKind kind) {
            return clock().equals("PARTNER_FOLLOW_UP") || (PARTNER + partnerId()).equals(owner()) ? kind : null;
        }

        default Facts aboutClock() {
            return about().withWord("clock", "clock", clock())
                    .with("dueAt", dueAt())
                    .with("referralId", referralId());
        }
    }

    /** {@code referral.sla-reminder-due.v1}. */
    record SlaReminderDue(
            String referralId,
            String partnerId,
            Client client,
            String service,
            String clock,
            Instant dueAt,
            @Nullable String owner,
            int elapsedPercent,
            Origin origin)
            implements OfClock {

        @Override
        public @Nullable MessageKind toPartner() {
            return ifPartners(MessageKind.FOLLOW_UP_DUE);
        }

        @Override
        public MessageKind toTeam() {
            return MessageKind.TEAM_SLA_REMINDER;
        }

        @Override
        public Facts facts() {
            return aboutClock().with("elapsed", BigDecimal.valueOf(elapsedPercent, 2));
        }
    }

    /** {@code referral.sla-breached.v1}. */
    record SlaBreached(
            String referralId,
            String partnerId,
            Client client,
            String service,
            String clock,
            Instant dueAt,
            @Nullable String owner,
            Origin origin)
            implements OfClock {

        @Override
        public @Nullable MessageKind toPartner() {
            return ifPartners(MessageKind.FOLLOW_UP_OVERDUE);
        }

        @Override
        public MessageKind toTeam() {
            return MessageKind.TEAM_SLA_BREACHED;
        }

        @Override
        public Facts facts() {
            return aboutClock();
        }
    }

    /** {@code referral.sla-escalated.v1}: the firm's own affair. */
    record SlaEscalated(
            String referralId,
            String partnerId,
            Client client,
            String service,
            String clock,
            Instant dueAt,
            int level,
            Origin origin)
            implements OfClock {

        @Override
        public @Nullable MessageKind toPartner() {
            return null;
        }

        @Override
        public MessageKind toTeam() {
            return MessageKind.TEAM_SLA_ESCALATED;
        }

        @Override
        public Facts facts() {
            return aboutClock().with("level", Integer.toString(level));
        }
    }
}

package io.entente.notification.messages.stream;

import io.entente.notification.messages.Origin;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.MessageKind;
import io.entente.platform.domain.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What this service reads of the way from the first talk with a client to a deal, from {@code referral.events}. */
final class DealNews {

    private static final String STAGE = "stage";

    private DealNews() {}

    /** {@code referral.client-contacted.v1}. */
    record ClientContacted(
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            @Nullable LocalDate contactedOn,
            @Nullable Instant nextUpdateDueAt,
            Instant occurredAt,
            Origin origin)
            implements AboutReferral {

        @Override
        public MessageKind toPartner() {
            return byDirection(MessageKind.CLIENT_CONTACTED, MessageKind.PROGRESS_NOTED);
        }

        @Override
        public Facts facts() {
            return about().withWord(STAGE, STAGE, "CONTACT")
                    .withDay("on", contactedOn, occurredAt)
                    .with("nextUpdate", nextUpdateDueAt);
        }
    }

    /** {@code referral.meeting-held.v1}. */
    record MeetingHeld(
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            @Nullable LocalDate heldOn,
            @Nullable Instant nextUpdateDueAt,
            Instant occurredAt,
            Origin origin)
            implements AboutReferral {

        @Override
        public MessageKind toPartner() {
            return byDirection(MessageKind.MEETING_HELD, MessageKind.PROGRESS_NOTED);
        }

        @Override
        public Facts facts() {
            return about().withWord(STAGE, STAGE, "MEETING")
                    .withDay("on", heldOn, occurredAt)
                    .with("nextUpdate", nextUpdateDueAt);
        }
    }

    /** {@code referral.proposal-sent.v1}. */
    record ProposalSent(
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            @Nullable LocalDate sentOn,
            @Nullable Instant nextUpdateDueAt,
            Instant occurredAt,
            Origin origin)
            implements AboutReferral {

        @Override
        public MessageKind toPartner() {
            return byDirection(MessageKind.PROPOSAL_SENT, MessageKind.PROGRESS_NOTED);
        }

        @Override
        public Facts facts() {
            return about().withWord(STAGE, STAGE, "PROPOSAL")
                    .withDay("on", sentOn, occurredAt)
                    .with("nextUpdate", nextUpdateDueAt);
        }
    }

    /** {@code referral.deal-closed.v1}: told to everybody who gets credit for it. */
    record DealClosed(
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            MoneyJson amount,
            LocalDate closedOn,
            List<Credit> credit,
            Origin origin)
            implements AboutReferral {

        record Credit(String partnerId) {}

        @Override
        public MessageKind toPartner() {
            return byDirection(MessageKind.DEAL_WON, MessageKind.DEAL_NOTED);
        }

        @Override
        public Set<String> partnerIds() {
            Set<String> all = new LinkedHashSet<>(Set.of(partnerId));
            credit.forEach(share -> all.add(share.partnerId()));
            return all;
        }

        @Override
        public Facts facts() {
            return about().with("amount", amount.toMoney()).with("closedOn", closedOn);
        }
    }

    /** {@code referral.referral-lost.v1}. */
    record ReferralLost(
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            String reason,
            @Nullable String reasonCode,
            Origin origin)
            implements AboutReferral {

        @Override
        public MessageKind toPartner() {
            return byDirection(MessageKind.REFERRAL_LOST, MessageKind.LOSS_NOTED);
        }

        @Override
        public Facts facts() {
            return about().withReason(reason, reasonCode);
        }
    }

    /** {@code referral.deal-reversed.v1}. */
    record DealReversed(
            String partnerId,
            Client client,
            String service,
            MoneyJson amount,
            MoneyJson dealAmount,
            LocalDate reversedOn,
            String reason,
            Origin origin)
            implements AboutReferral {

        @Override
        public MessageKind toPartner() {
            return MessageKind.DEAL_REVERSED;
        }

        @Override
        public Facts facts() {
            return about().with("amount", amount.toMoney())
                    .with("dealAmount", dealAmount.toMoney())
                    .with("reversedOn", reversedOn)
                    .withReason(reason, null);
        }
    }

    /** {@code referral.satisfaction-rated.v1}. */
    record SatisfactionRated(String partnerId, Client client, String service, int rating, Origin origin)
            implements AboutReferral {

        @Override
        public MessageKind toPartner() {
            return MessageKind.SATISFACTION_RATED;
        }

        @Override
        public Facts facts() {
            return about().with("rating", Integer.toString(rating));
        }
    }
}

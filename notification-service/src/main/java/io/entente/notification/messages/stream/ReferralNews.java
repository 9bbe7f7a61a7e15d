package io.entente.notification.messages.stream;

import io.entente.notification.messages.Origin;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.MessageKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What this service reads of a referral's way into the program, from {@code referral.events}. */
final class ReferralNews {

    private ReferralNews() {}

    /** {@code referral.referral-submitted.v1}. */
    record ReferralSubmitted(
            String partnerId,
            String direction,
            Client client,
            String service,
            @Nullable Instant responseDueAt,
            Origin origin)
            implements AboutReferral {

        @Override
        public MessageKind toPartner() {
            return byDirection(MessageKind.REFERRAL_RECEIVED, MessageKind.REFERRAL_INTRODUCED);
        }

        @Override
        public Facts facts() {
            return about().with("due", responseDueAt);
        }
    }

    /** {@code referral.information-requested.v1}; the questions stay with the referral. */
    record InformationRequested(
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            @Nullable Instant answerDueAt,
            Origin origin)
            implements AboutReferral {

        @Override
        public MessageKind toPartner() {
            return byDirection(MessageKind.INFORMATION_REQUESTED, MessageKind.QUESTIONS_RECEIVED);
        }

        @Override
        public Facts facts() {
            return about().with("due", answerDueAt);
        }
    }

    /** {@code referral.information-provided.v1}. */
    record InformationProvided(
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            @Nullable Instant responseDueAt,
            Origin origin)
            implements AboutReferral {

        @Override
        public MessageKind toPartner() {
            return byDirection(MessageKind.INFORMATION_PROVIDED, MessageKind.QUESTIONS_ANSWERED);
        }

        @Override
        public Facts facts() {
            return about().with("due", responseDueAt);
        }
    }

    /** {@code referral.referral-accepted.v1}. */
    record ReferralAccepted(
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            @Nullable Instant protectedUntil,
            @Nullable Instant nextUpdateDueAt,
            Origin origin)
            implements AboutReferral {

        @Override
        public MessageKind toPartner() {
            return byDirection(MessageKind.REFERRAL_ACCEPTED, MessageKind.REFERRAL_TAKEN_ON);
        }

        @Override
        public Facts facts() {
            return about().with("protectedUntil", protectedUntil).with("nextUpdate", nextUpdateDueAt);
        }
    }

    /** {@code referral.referral-declined.v1}. */
    record ReferralDeclined(
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            String reason,
            @Nullable String reasonCode,
            @Nullable String alternative,
            Origin origin)
            implements AboutReferral {

        @Override
        public MessageKind toPartner() {
            return byDirection(MessageKind.REFERRAL_DECLINED, MessageKind.REFERRAL_TURNED_DOWN);
        }

        @Override
        public Facts facts() {
            return about().withReason(reason, reasonCode).with("alternative", alternative);
        }
    }

    /** {@code referral.referral-withdrawn.v1}. */
    record ReferralWithdrawn(
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            @Nullable String reason,
            @Nullable String reasonCode,
            Origin origin)
            implements AboutReferral {

        @Override
        public MessageKind toPartner() {
            return byDirection(MessageKind.REFERRAL_WITHDRAWN, MessageKind.REFERRAL_RECALLED);
        }

        @Override
        public Facts facts() {
            return about().withReason(reason, reasonCode);
        }
    }

    /** {@code referral.protection-expiring.v1}. */
    record ProtectionExpiring(String partnerId, Client client, String service, Instant protectedUntil, Origin origin)
            implements AboutReferral {

        @Override
        public MessageKind toPartner() {
            return MessageKind.PROTECTION_EXPIRING;
        }

        @Override
        public Facts facts() {
            return about().with("protectedUntil", protectedUntil);
        }
    }

    /** {@code referral.referral-expired.v1}. */
    record ReferralExpired(
            String partnerId, Client client, String service, @Nullable Instant protectedUntil, Origin origin)
            implements AboutReferral {

        @Override
        public MessageKind toPartner() {
            return MessageKind.REFERRAL_EXPIRED;
        }

        @Override
        public Facts facts() {
            return about().with("protectedUntil", protectedUntil);
        }
    }

    /** {@code referral.referral-reopened.v1}. */
    record ReferralReopened(
            String partnerId,
            Client client,
            String service,
            @Nullable String reason,
            @Nullable Instant responseDueAt,
            Origin origin)
            implements AboutReferral {

        @Override
        public MessageKind toPartner() {
            return MessageKind.REFERRAL_REOPENED;
        }

        @Override
        public Facts facts() {
            return about().withReason(reason, null).with("due", responseDueAt);
        }
    }

    /** {@code referral.extension-requested.v1}: the firm has to answer it. */
    record ExtensionRequested(
            String referralId, String partnerId, Client client, String service, Instant until, Origin origin)
            implements AboutReferral {

        @Override
        public MessageKind toPartner() {
            return MessageKind.EXTENSION_REQUESTED;
        }

        @Override
        public MessageKind toTeam() {
            return MessageKind.TEAM_EXTENSION_REQUESTED;
        }

        @Override
        public Facts facts() {
            return about().with("until", until).with("referralId", referralId);
        }
    }

    /** {@code referral.extension-refused.v1}. */
    record ExtensionRefused(
            String partnerId,
            Client client,
            String service,
            @Nullable Instant protectedUntil,
            String reason,
            Origin origin)
            implements AboutReferral {

        @Override
        public MessageKind toPartner() {
            return MessageKind.EXTENSION_REFUSED;
        }

        @Override
        public Facts facts() {
            return about().with("protectedUntil", protectedUntil).withReason(reason, null);
        }
    }

    /** {@code referral.note-shared.v1}: of its own notes a partner needn't be told. */
    record NoteShared(String partnerId, Client client, String service, String actor, Origin origin)
            implements AboutReferral {

        @Override
        public @Nullable MessageKind toPartner() {
            return actor.equals("partner:" + partnerId) ? null : MessageKind.NOTE_SHARED;
        }

        @Override
        public Facts facts() {
            return about();
        }
    }

    /** {@code referral.protection-extended.v1}. */
    record ProtectionExtended(
            String partnerId,
            Client client,
            String service,
            Instant protectedUntil,
            @Nullable String reason,
            Origin origin)
            implements AboutReferral {

        @Override
        public MessageKind toPartner() {
            return MessageKind.PROTECTION_EXTENDED;
        }

        @Override
        public Facts facts() {
            return about().with("protectedUntil", protectedUntil).withReason(reason, null);
        }
    }
}
